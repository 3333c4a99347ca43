import { isReservedName } from '../../domain/facts/check-text.js';
import { fieldOfKey, type ColumnMap } from '../fields/column-map.js';
import type { FieldName, ImportKind } from '../fields/fields.js';
import { ImportRefused } from '../import-refused.js';
import type { PhysicalLine } from './line-splitter.js';
import { brokenRow, NOT_UTF8, REPLACEMENT, TOO_LONG, type RowReader, type SourceRow } from './source-row.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPresent = (value: unknown): boolean => value !== null && value !== '';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Rows of a JSON Lines file: one object per line. */
export class JsonRows implements RowReader {
  readonly #fieldOf: (key: string) => FieldName | undefined;
  readonly #known = new Map<string, FieldName | undefined>();

  constructor(kind: ImportKind, map: ColumnMap) {
    this.#fieldOf = fieldOfKey(kind, map);
  }

  push(lines: readonly PhysicalLine[]): readonly SourceRow[] {
    return lines.flatMap((line) => (line.text?.trim() === '' ? [] : [this.#row(line)]));
  }

  end(): readonly SourceRow[] {
    return [];
  }

  #row({ line, text }: PhysicalLine): SourceRow {
    if (text === null) return brokenRow(line, TOO_LONG);
    if (text.includes(REPLACEMENT)) return brokenRow(line, NOT_UTF8);
    if (line === 1 && text.trimStart().startsWith('[')) {
      throw new ImportRefused("the input is one JSON array; one object per line is needed: jq -c '.[]' file.json");
    }
    const record = parsed(text);
    if (!isObject(record)) return brokenRow(line, 'the line is no JSON object');
    return this.#cells(line, record);
  }

  #cells(line: number, record: Record<string, unknown>): SourceRow {
    const cells: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(record)) {
      if (isReservedName(key)) return brokenRow(line, `the key ${key} is refused`);
      const field = this.#field(key);
      if (field !== undefined && isPresent(value)) cells[field] = value;
    }
    return { kind: 'cells', line, cells };
  }

  /** Keys repeat from line to line, but a file may make them up without end. */
  #field(key: string): FieldName | undefined {
    if (this.#known.size < 1000 && !this.#known.has(key)) this.#known.set(key, this.#fieldOf(key));
    return this.#known.has(key) ? this.#known.get(key) : this.#fieldOf(key);
  }
}
