import type { RecordingOutcome } from '../../domain/facts/recording.js';
import type { Fence, Tombstones, Traces } from '../../domain/privacy/fence.js';
import type { FencedHeldFacts } from './fact-removal.js';

/** What fencing must know of a fact, one that is written or one that is held. */
interface Fact {
  readonly id: string;
  readonly customerId: string | null;
}

/** How facts of one kind are kept out, written and taken back. `H` is as much of them as refusing needs. */
export interface FencedKind<T extends H, H extends Fact> {
  readonly traces: (facts: readonly T[]) => Traces;
  readonly refusal: (fact: H, tombstones: Tombstones) => string | null;
  /** Erases what facts of erased customers show to be theirs as well, and answers the tombstones with those that it set. */
  readonly settle: (facts: readonly T[], tombstones: Tombstones) => Promise<Tombstones>;
  readonly write: (facts: readonly T[]) => Promise<readonly RecordingOutcome[]>;
  readonly removable: FencedHeldFacts<H>;
}

/** What fencing writes needs. */
export interface FenceDeps {
  readonly fence: Fence;
  /** Makes profiles again of whom something was taken that is not to be held. */
  readonly refresh: (customerIds: readonly string[]) => Promise<void>;
}

const rejected = (message: string): RecordingOutcome => ({ kind: 'rejected', message });

/**
 * Writes facts but those that must not come back, and takes back what an erasure overtook. What is refused at once may be held all the same, and is
 * removed as well: an earlier attempt wrote it and failed before it could look again, or an order was somebody else's before it was the erased customer's.
 */
export const writeFenced = async <T extends H, H extends Fact>(
  facts: readonly T[],
  { traces, refusal, settle, write, removable }: FencedKind<T, H>,
  { fence, refresh }: FenceDeps,
): Promise<readonly RecordingOutcome[]> => {
  if (facts.length === 0) return [];
  const look = fence.watch(traces(facts));
  const judge = async () => {
    const tombstones = await settle(facts, await look());
    const refusals = facts.flatMap((fact) => {
      const message = refusal(fact, tombstones);
      return message === null ? [] : [[fact, message] as const];
    });
    return { tombstones, refusals: new Map<T, string>(refusals) };
  };
  const takeBack = async (refused: readonly T[], tombstones: Tombstones): Promise<void> => {
    const held = await removable.held(refused.map(({ id }) => id));
    const barred = held.filter((fact) => refusal(fact, tombstones) !== null);
    await removable.removeHeld(barred);
    const owners = new Set(barred.flatMap(({ customerId }) => (customerId === null || tombstones.isErased(customerId) ? [] : [customerId])));
    if (owners.size > 0) await refresh([...owners]);
  };

  const before = await judge();
  const allowed = facts.filter((fact) => !before.refusals.has(fact));
  const written = (allowed.length === 0 ? [] : await write(allowed)).values();
  const after = allowed.length === 0 ? before : await judge();
  const refusals = new Map([...before.refusals, ...after.refusals]);
  await takeBack([...refusals.keys()], after.tombstones);
  return facts.map((fact) => {
    const outcome = before.refusals.has(fact) ? undefined : written.next().value;
    const message = refusals.get(fact);
    return message === undefined ? (outcome ?? rejected('was not written')) : rejected(message);
  });
};
