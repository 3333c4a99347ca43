import type { ColumnMap } from '../fields/column-map.js';
import type { ImportKind } from '../fields/fields.js';
import { ImportRefused } from '../import-refused.js';
import { CsvRows } from './csv-rows.js';
import { JsonRows } from './json-rows.js';
import { LineSplitter, type Encoding, type PhysicalLine } from './line-splitter.js';
import type { OpenInput } from './open-input.js';
import { brokenRow, type RowReader, type SourceRow } from './source-row.js';

/** File formats; `auto` takes JSON Lines when the input begins with a brace or a bracket. */
export const FORMATS = ['auto', 'csv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** How the input is to be read. */
export interface ReadSettings {
  readonly kind: ImportKind;
  readonly map: ColumnMap;
  readonly format: Format;
  readonly encoding: Encoding;
  /** One character between the values of a CSV row. */
  readonly delimiter: string;
}

/** Why the line in which a cut-off input ends is refused. */
export const CUT_OFF = 'the input breaks off in this line';

const readerFor = (settings: ReadSettings, first: PhysicalLine): RowReader => {
  const looksLikeJson = /^\s*[{[]/.test(first.text ?? '');
  const json = settings.format === 'jsonl' || (settings.format === 'auto' && looksLikeJson);
  return json ? new JsonRows(settings.kind, settings.map) : new CsvRows(settings);
};

const firstFilled = (lines: readonly PhysicalLine[]): PhysicalLine | undefined => lines.find(({ text }) => text?.trim() !== '');

/** The unfinished last line of a whole input is a row like any other; that of a cut-off one cannot be trusted. */
const lastRows = (reader: RowReader, lines: readonly PhysicalLine[], cutOff: boolean): readonly SourceRow[] =>
  cutOff
    ? [...reader.end(), ...lines.map(({ line }) => brokenRow(line, CUT_OFF))]
    : [...reader.push(lines), ...reader.end()];

/**
 * Reads an input as batches of rows, holding one chunk of it at a time. Throws ImportRefused when the file as a whole cannot be taken:
 * it is empty, its header is broken, or a required column is missing.
 */
export async function* readRows(input: OpenInput, settings: ReadSettings): AsyncGenerator<readonly SourceRow[]> {
  const splitter = new LineSplitter(settings.encoding);
  let reader: RowReader | null = null;
  for await (const bytes of input.bytes) {
    const lines = splitter.push(bytes);
    const first = firstFilled(lines);
    if (reader === null && first !== undefined) reader = readerFor(settings, first);
    if (reader !== null) yield reader.push(lines);
  }
  const rest = splitter.end();
  const first = firstFilled(rest);
  if (reader === null && first === undefined) {
    throw new ImportRefused(input.failure() ?? 'the input is empty: a header row or JSON Lines are expected');
  }
  if (first !== undefined) reader ??= readerFor(settings, first);
  if (reader !== null) yield lastRows(reader, rest, input.failure() !== null);
}
