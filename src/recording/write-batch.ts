import { planBatch, type FactShape, type Placing } from '../domain/facts/batch-plan.js';
import type { RecordingOutcome } from '../domain/facts/recording.js';

const CONFLICT: RecordingOutcome = {
  kind: 'rejected',
  message: 'another record with the same id and other contents came first in the same batch',
};

const groupByRound = (plan: readonly Placing[]): readonly (readonly number[])[] => {
  const rounds: number[][] = [];
  plan.forEach((placing, index) => {
    if (placing.kind === 'write') (rounds[placing.round] ??= []).push(index);
  });
  return rounds;
};

const repeated = (first: RecordingOutcome): RecordingOutcome => (first.kind === 'rejected' ? first : { kind: 'duplicate' });

const settle = (placing: Placing, written: ReadonlyMap<number, RecordingOutcome>, index: number): RecordingOutcome => {
  if (placing.kind === 'conflict') return CONFLICT;
  const outcome = written.get(placing.kind === 'repeat' ? placing.of : index);
  if (outcome === undefined) throw new Error('the fact writer answered fewer outcomes than it was given facts');
  return placing.kind === 'repeat' ? repeated(outcome) : outcome;
};

/**
 * Writes valid facts and answers one outcome per fact, in the order given. Ids that come twice in the batch never meet in one write,
 * so that a writer may work on a batch in any order.
 */
export const writeBatch = async <T>(
  facts: readonly T[],
  shape: FactShape<T>,
  write: (facts: readonly T[]) => Promise<readonly RecordingOutcome[]>,
): Promise<readonly RecordingOutcome[]> => {
  const plan = planBatch(facts, shape);
  const written = new Map<number, RecordingOutcome>();
  for (const round of groupByRound(plan)) {
    const chosen = new Set(round);
    const outcomes = await write(facts.filter((_, index) => chosen.has(index)));
    outcomes.forEach((outcome, position) => written.set(round[position] ?? -1, outcome));
  }
  return plan.map((placing, index) => settle(placing, written, index));
};
