import { parse, CsvError } from 'csv-parse/sync';
import { columnsOf, type Column, type ColumnMap } from '../fields/column-map.js';
import type { ImportKind } from '../fields/fields.js';
import { ImportRefused } from '../import-refused.js';
import type { PhysicalLine } from './line-splitter.js';
import { brokenRow, NOT_UTF8, REPLACEMENT, TOO_LONG, type Cells, type RowReader, type SourceRow } from './source-row.js';

/** How many lines a quoted field may run over before its quote counts as never closed. */
const LONGEST_QUOTED_LINES = 100;
const NEVER_CLOSED = 'a quoted field is never closed';

/** What a CSV reader needs to know. */
export interface CsvSettings {
  readonly kind: ImportKind;
  readonly map: ColumnMap;
  readonly delimiter: string;
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'something follows the closing quote of a field',
  INVALID_OPENING_QUOTE: 'a quote stands inside a field that is not quoted',
  CSV_QUOTE_NOT_CLOSED: NEVER_CLOSED,
};

const reasonOf = (error: unknown): string => (error instanceof CsvError ? (REASONS[error.code] ?? error.message) : String(error));

const hasOddQuotes = (text: string): boolean => {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
};

const parseRecords = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n' });

/**
 * The values of every line that is a record by itself and has quotes, parsed in one go because that is four times as quick.
 * Empty when one of them is broken: then each is parsed by itself, to find out which.
 */
const parseTogether = (lines: readonly PhysicalLine[], delimiter: string): ReadonlyMap<string, readonly string[]> => {
  const texts = lines.flatMap(({ text }) => (text !== null && text.includes('"') && !hasOddQuotes(text) ? [text] : []));
  try {
    const records = texts.length === 0 ? [] : parseRecords(texts.join('\n'), delimiter);
    return new Map(records.length === texts.length ? texts.map((text, index) => [text, records[index] ?? []]) : []);
  } catch {
    return new Map();
  }
};

interface Run {
  readonly text: string;
  /** How many physical lines. */
  readonly length: number;
}

/** Rows of a CSV file. A broken line costs only itself: reading resumes with the physical line after it. */
export class CsvRows implements RowReader {
  readonly #settings: CsvSettings;
  #waiting: readonly PhysicalLine[] = [];
  #together: ReadonlyMap<string, readonly string[]> = new Map();
  #columns: readonly Column[] | null = null;
  #width = 0;

  constructor(settings: CsvSettings) {
    this.#settings = settings;
  }

  push(lines: readonly PhysicalLine[]): readonly SourceRow[] {
    this.#together = parseTogether(lines, this.#settings.delimiter);
    return this.#read([...this.#waiting, ...lines], false);
  }

  end(): readonly SourceRow[] {
    const rows = this.#read(this.#waiting, true);
    if (this.#columns === null) throw new ImportRefused('the input is empty: a CSV file begins with a header row');
    return rows;
  }

  #read(lines: readonly PhysicalLine[], last: boolean): readonly SourceRow[] {
    const rows: SourceRow[] = [];
    let at = 0;
    while (at < lines.length) {
      const run = this.#runAt(lines, at);
      if (run === 'unfinished' && !last) break;
      at += this.#take(lines[at], run, rows);
    }
    this.#waiting = lines.slice(at);
    return rows;
  }

  /** The lines from `at` on that make one record: one, or more when a quoted field runs over a line end. */
  #runAt(lines: readonly PhysicalLine[], at: number): Run | 'unfinished' | 'open' {
    let text = lines[at]?.text ?? '';
    let open = hasOddQuotes(text);
    let length = 1;
    while (open) {
      const next = lines[at + length];
      if (next === undefined) return 'unfinished';
      if (next.text === null || length === LONGEST_QUOTED_LINES) return 'open';
      text += `\n${next.text}`;
      open = !hasOddQuotes(next.text);
      length += 1;
    }
    return { text, length };
  }

  /** Reads one record and answers how many physical lines it took. */
  #take(first: PhysicalLine | undefined, run: Run | 'unfinished' | 'open', rows: SourceRow[]): number {
    const line = first?.line ?? 0;
    if (first === undefined || first.text === null) this.#refuse(line, TOO_LONG, rows);
    else if (typeof run === 'string') this.#refuse(line, NEVER_CLOSED, rows);
    else if (run.text.trim() !== '') return this.#takeRun(line, run, rows);
    return 1;
  }

  #takeRun(line: number, run: Run, rows: SourceRow[]): number {
    const values = this.#valuesOf(run.text);
    if (typeof values === 'string') {
      this.#refuse(line, values, rows);
      return 1;
    }
    if (this.#columns === null) this.#begin(values);
    else if (values.length !== this.#width) {
      const reason = `has ${values.length} values where the header has ${this.#width}`;
      rows.push(brokenRow(line, run.length > 1 ? NEVER_CLOSED : reason));
      return 1;
    } else rows.push(this.#row(line, values, run.text));
    return run.length;
  }

  #refuse(line: number, reason: string, rows: SourceRow[]): void {
    if (this.#columns === null) throw new ImportRefused(`the header row is broken: ${reason}`);
    rows.push(brokenRow(line, reason));
  }

  #begin(header: readonly string[]): void {
    const names = header.map((name) => name.trim());
    this.#width = names.length;
    this.#columns = columnsOf(this.#settings.kind, names, this.#settings.map);
  }

  /** The record's values, or why it is none. */
  #valuesOf(text: string): readonly string[] | string {
    if (!text.includes('"')) return text.split(this.#settings.delimiter);
    try {
      return this.#together.get(text) ?? parseRecords(text, this.#settings.delimiter)[0] ?? [];
    } catch (error) {
      return reasonOf(error);
    }
  }

  #row(line: number, values: readonly string[], text: string): SourceRow {
    if (text.includes(REPLACEMENT)) return brokenRow(line, NOT_UTF8);
    const cells: Record<string, string> = {};
    for (const { field, index } of this.#columns ?? []) {
      const value = (values[index] ?? '').trim();
      if (value !== '') cells[field] = value;
    }
    return { kind: 'cells', line, cells: cells satisfies Cells };
  }
}
