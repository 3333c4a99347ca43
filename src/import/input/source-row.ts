import type { FieldName } from '../fields/fields.js';

/** The values of one record by our field names, as the file holds them: text from CSV, anything from JSON. Absent when empty. */
export type Cells = Readonly<Partial<Record<FieldName, unknown>>>;

/** One record of the input, or why it could not be read as one. */
export type SourceRow =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: Cells }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string };

/** A line that is no record. */
export const brokenRow = (line: number, reason: string): SourceRow => ({ kind: 'broken', line, reason });

/** Why a line longer than the limit is refused. */
export const TOO_LONG = 'the line is longer than 1 MB';

/** Why a line with bytes of another encoding is refused. */
export const NOT_UTF8 = 'the line holds bytes that are not UTF-8; try --encoding latin1';

/** What undecodable bytes turn into. */
export const REPLACEMENT = '\uFFFD';

/** Turns physical lines into rows, batch by batch. */
export interface RowReader {
  push(lines: readonly PhysicalLineLike[]): readonly SourceRow[];
  /** The rows that were still waiting for more lines. */
  end(): readonly SourceRow[];
}

interface PhysicalLineLike {
  readonly line: number;
  readonly text: string | null;
}
