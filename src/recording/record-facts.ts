import { INTERACTION_SHAPE, ORDER_SHAPE, type FactShape } from '../domain/facts/batch-plan.js';
import { validateInteraction, type InteractionInput } from '../domain/facts/interaction-input.js';
import { validateOrder, type OrderInput } from '../domain/facts/order-input.js';
import { shown, type Problem } from '../domain/facts/problem.js';
import type { FactReader } from '../domain/facts/reading.js';
import type { FactWriter, RecordingOutcome, Speaker } from '../domain/facts/recording.js';
import type { ProfileWriter } from '../domain/personalisation/profile.js';
import { refreshProfiles } from '../domain/personalisation/refresh-profiles.js';
import { writeBatch } from './write-batch.js';

/** Most records of one call. */
export const MOST_RECORDS = 500;

/** What recording needs. */
export interface RecordingDeps {
  readonly facts: FactReader & FactWriter;
  readonly profiles: ProfileWriter;
  readonly now: Date;
  /** See `InteractionRules`; null takes interactions of any age. */
  readonly retentionDays: number | null;
}

/** A record that was refused: its id as it was sent, and why. */
export interface RejectedRecord {
  readonly id: string;
  readonly message: string;
}

/** What became of a call: a report in which accepted + duplicates + rejected is how many were sent, or why nothing was done. */
export type RecordingResult =
  | {
      readonly ok: true;
      readonly accepted: number;
      readonly duplicates: number;
      readonly rejected: readonly RejectedRecord[];
    }
  | { readonly ok: false; readonly message: string; readonly problems: readonly { readonly path: string; readonly message: string }[] };

type Checked<T> = { readonly ok: true; readonly fact: T } | { readonly ok: false; readonly problems: readonly Problem[] };

interface Recording<I, T extends { readonly customerId: string | null }> {
  readonly path: string;
  readonly sentId: (input: I) => unknown;
  readonly check: (input: I) => Checked<T>;
  readonly shape: FactShape<T>;
  readonly write: (facts: readonly T[]) => Promise<readonly RecordingOutcome[]>;
}

const refusedCount = (path: string, count: number): RecordingResult => {
  const message = `${path} must hold 1 to ${MOST_RECORDS} records, got ${count}`;
  return { ok: false, message, problems: [{ path, message }] };
};

const idAsSent = (id: unknown): string => (typeof id === 'string' ? id : shown(id));

const MOST_SENTENCES = 5;

const sentences = (problems: readonly Problem[]): string => {
  const told = problems.slice(0, MOST_SENTENCES).map(({ message }) => message).join('; ');
  return problems.length > MOST_SENTENCES ? `${told}; and ${problems.length - MOST_SENTENCES} more` : told;
};

const report = (outcomes: readonly RecordingOutcome[], ids: readonly string[]): RecordingResult => ({
  ok: true,
  accepted: outcomes.filter(({ kind }) => kind === 'accepted').length,
  duplicates: outcomes.filter(({ kind }) => kind === 'duplicate').length,
  rejected: outcomes.flatMap((outcome, index) =>
    outcome.kind === 'rejected' ? [{ id: ids[index] ?? '', message: outcome.message }] : [],
  ),
});

/** Of duplicates too: a call that was cut short after its write and is sent again must still reach the profile. */
const customersTouched = <T extends { readonly customerId: string | null }>(
  facts: readonly T[],
  outcomes: readonly RecordingOutcome[],
): readonly string[] => {
  const known = facts.flatMap(({ customerId }, index) =>
    customerId !== null && outcomes[index]?.kind !== 'rejected' ? [customerId] : [],
  );
  const former = outcomes.flatMap((outcome) =>
    outcome.kind === 'accepted' && outcome.formerCustomerId !== undefined ? [outcome.formerCustomerId] : [],
  );
  return [...new Set([...known, ...former])];
};

const record = async <I, T extends { readonly customerId: string | null }>(
  inputs: readonly I[],
  deps: RecordingDeps,
  recording: Recording<I, T>,
): Promise<RecordingResult> => {
  if (inputs.length < 1 || inputs.length > MOST_RECORDS) return refusedCount(recording.path, inputs.length);
  const checked = inputs.map(recording.check);
  const valid = checked.flatMap((each) => (each.ok ? [each.fact] : []));
  const written = valid.length === 0 ? [] : await writeBatch(valid, recording.shape, recording.write);
  const touched = customersTouched(valid, written);
  if (touched.length > 0) await refreshProfiles(touched, { facts: deps.facts, profiles: deps.profiles });
  const remaining = written.values();
  const outcomes = checked.map((each): RecordingOutcome => {
    if (!each.ok) return { kind: 'rejected', message: sentences(each.problems) };
    return remaining.next().value ?? { kind: 'rejected', message: 'was not written' };
  });
  return report(outcomes, inputs.map((input) => idAsSent(recording.sentId(input))));
};

/**
 * Records orders: each is checked by itself, the valid ones are written, and the profiles of their customers are computed again.
 * A store that is down throws; nothing else does.
 */
export const recordOrders = (inputs: readonly OrderInput[], deps: RecordingDeps): Promise<RecordingResult> =>
  record(inputs, deps, {
    path: 'orders',
    sentId: ({ orderId }) => orderId,
    check: (input) => {
      const checked = validateOrder(input, { now: deps.now });
      return checked.ok ? { ok: true, fact: checked.order } : checked;
    },
    shape: ORDER_SHAPE,
    write: (orders) => deps.facts.recordOrders(orders),
  });

/** Records interactions, like `recordOrders`; what customers tell of themselves says nothing about others. */
export const recordInteractions = (inputs: readonly InteractionInput[], deps: RecordingDeps, speaker: Speaker = 'shop'): Promise<RecordingResult> =>
  record(inputs, deps, {
    path: 'interactions',
    sentId: ({ eventId }) => eventId,
    check: (input) => {
      const checked = validateInteraction(input, deps);
      return checked.ok ? { ok: true, fact: checked.interaction } : checked;
    },
    shape: INTERACTION_SHAPE,
    write: (interactions) => deps.facts.recordInteractions(interactions, speaker),
  });
