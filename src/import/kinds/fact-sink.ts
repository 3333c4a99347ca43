import type { FactShape } from '../../domain/facts/batch-plan.js';
import type { Problem } from '../../domain/facts/problem.js';
import type { RecordingOutcome } from '../../domain/facts/recording.js';
import { writeBatch } from '../../recording/write-batch.js';
import type { Cells } from '../input/source-row.js';
import { countOutcome, readable, rejectFor, WRITE_BATCH, type RowSink, type SinkContext } from './row-sink.js';

/** A kind of import where each row is one fact. */
export interface FactKind<T> {
  check(cells: Cells): { readonly ok: true; readonly fact: T } | { readonly ok: false; readonly problems: readonly Problem[] };
  readonly shape: FactShape<T>;
  /** Null when nothing is to be written: a dry run. */
  readonly write: ((facts: readonly T[]) => Promise<readonly RecordingOutcome[]>) | null;
  customerOf(fact: T): string | null;
}

interface Waiting<T> {
  readonly line: number;
  readonly fact: T;
}

const ACCEPTED: RecordingOutcome = { kind: 'accepted' };

/** Checks rows one by one and writes them in batches, in the file's order. */
export const factSink = <T>(kind: FactKind<T>, context: SinkContext): RowSink => {
  let waiting: Waiting<T>[] = [];

  const settle = ({ line, fact }: Waiting<T>, outcome: RecordingOutcome): void => {
    countOutcome([line], outcome, context.tally);
    const customerId = kind.customerOf(fact);
    if (customerId !== null && outcome.kind !== 'rejected') context.touched(customerId);
  };
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    const facts = batch.map(({ fact }) => fact);
    const outcomes = kind.write === null ? facts.map(() => ACCEPTED) : await writeBatch(facts, kind.shape, kind.write);
    batch.forEach((each, index) => settle(each, outcomes[index] ?? ACCEPTED));
  };
  return {
    take: async (rows) => {
      for (const { line, cells } of readable(rows, context.tally)) {
        const checked = kind.check(cells);
        if (checked.ok) waiting.push({ line, fact: checked.fact });
        else rejectFor(line, checked.problems, context);
        if (waiting.length >= WRITE_BATCH) await flush();
      }
    },
    finish: flush,
  };
};
