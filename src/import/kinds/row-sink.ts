import type { SourceRow, Cells } from '../input/source-row.js';
import type { RecordingOutcome } from '../../domain/facts/recording.js';
import type { Problem } from '../../domain/facts/problem.js';
import { ABOUT_A_FORGOTTEN_PRODUCT, OF_AN_ERASED_CUSTOMER } from '../../domain/privacy/fence.js';
import type { Progress } from '../report/progress.js';
import type { Tally } from '../report/tally.js';

/** Takes the rows of one kind of import, and counts each of them once. */
export interface RowSink {
  take(rows: readonly SourceRow[]): Promise<void>;
  /** After the last row; `cutOff` when the input broke off. */
  finish(cutOff: boolean): Promise<void>;
}

/** What every sink is given. */
export interface SinkContext {
  readonly tally: Tally;
  readonly progress: Progress;
  readonly now: Date;
  /** How the file calls a field. */
  readonly columnOf: (path: string) => string;
  /** Told each customer whose facts came in. */
  readonly touched: (customerId: string) => void;
}

/** How many facts are written at once. */
export const WRITE_BATCH = 500;

/** Rows that could not be read as records are counted here; the others come back. */
export const readable = (rows: readonly SourceRow[], tally: Tally): readonly { readonly line: number; readonly cells: Cells }[] => {
  tally.rows += rows.length;
  return rows.flatMap((row) => {
    if (row.kind === 'cells') return [row];
    tally.reject({ line: row.line, field: '', rule: row.reason, reason: row.reason });
    return [];
  });
};

/** Counts a row that failed validation, by the first thing that is wrong with it. */
export const rejectFor = (line: number, problems: readonly Problem[], context: Pick<SinkContext, 'tally' | 'columnOf'>): void => {
  const [first] = problems;
  if (first === undefined) throw new Error('a fact was refused without a problem');
  const { path, rule, given } = first;
  context.tally.reject({ line, field: context.columnOf(path), rule, reason: `${rule}, got ${given}` });
};

const CONFLICT = 'conflicts with what is recorded under the same id';

/** What is kept out is no conflict. */
const ruleOf = (message: string): string => (message === OF_AN_ERASED_CUSTOMER || message === ABOUT_A_FORGOTTEN_PRODUCT ? message : CONFLICT);

/** Counts the rows of one fact by what the store did with it. */
export const countOutcome = (lines: readonly number[], outcome: RecordingOutcome, tally: Tally): void => {
  if (outcome.kind === 'accepted') tally.accepted += lines.length;
  else if (outcome.kind === 'duplicate') tally.duplicates += lines.length;
  else for (const line of lines) tally.reject({ line, field: '', rule: ruleOf(outcome.message), reason: outcome.message });
};
