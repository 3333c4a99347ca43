import { visitsToErase, withVisits, type Fence, type Tombstones, type Traces } from '../../domain/privacy/fence.js';
import type { RecordingOutcome } from '../../domain/facts/recording.js';
import type { RemovableFacts } from './fact-removal.js';
import type { RemoveVisits } from './visit-removal.js';

interface Fact {
  readonly id: string;
  readonly customerId: string | null;
  readonly sessionId: string | null;
}

/** How facts of one kind are kept out, written and taken back. */
export interface FencedKind<T extends Fact> {
  readonly traces: (facts: readonly T[]) => Traces;
  readonly refusal: (fact: T, tombstones: Tombstones) => string | null;
  readonly write: (facts: readonly T[]) => Promise<readonly RecordingOutcome[]>;
  readonly removable: RemovableFacts;
}

/** What fencing writes needs. */
export interface FenceDeps {
  readonly fence: Fence;
  readonly visits: RemoveVisits;
  readonly now: () => Date;
}

const rejected = (message: string): RecordingOutcome => ({ kind: 'rejected', message });

/**
 * Writes facts but those that must not come back, and takes back what an erasure overtook. A visit that a fact of an erased customer names is erased
 * as well: had the fact come before the erasure, the visit would be gone, and which of the two comes first must not matter.
 */
export const writeFenced = async <T extends Fact>(facts: readonly T[], kind: FencedKind<T>, { fence, visits, now }: FenceDeps): Promise<readonly RecordingOutcome[]> => {
  if (facts.length === 0) return [];
  const look = fence.watch(kind.traces(facts));
  const refusals = async (): Promise<ReadonlyMap<T, string>> => {
    const tombstones = await look();
    const known = visitsToErase(facts, tombstones);
    await visits(known, now());
    const all = withVisits(tombstones, known);
    return new Map(facts.flatMap((fact) => {
      const refusal = kind.refusal(fact, all);
      return refusal === null ? [] : [[fact, refusal] as const];
    }));
  };

  const before = await refusals();
  const allowed = facts.filter((fact) => !before.has(fact));
  if (allowed.length === 0) return facts.map((fact) => rejected(before.get(fact) ?? ''));
  const written = (await kind.write(allowed)).values();
  const after = await refusals();
  const overtaken = allowed.filter((fact) => after.has(fact));
  // Only as it was written: an order may have become somebody else's meanwhile.
  const asWritten = { customerId: { $in: overtaken.map(({ customerId }) => customerId) }, sessionId: { $in: overtaken.map(({ sessionId }) => sessionId) } };
  if (overtaken.length > 0) await kind.removable.remove(overtaken.map(({ id }) => id), asWritten);
  return facts.map((fact) => {
    const outcome = before.has(fact) ? undefined : written.next().value;
    const refusal = after.get(fact) ?? before.get(fact);
    return refusal === undefined ? (outcome ?? rejected('was not written')) : rejected(refusal);
  });
};
