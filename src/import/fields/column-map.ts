import { isReservedName } from '../../domain/facts/check-text.js';
import { ImportRefused } from '../import-refused.js';
import { FIELDS, type FieldName, type ImportKind } from './fields.js';

/** Column names by field, as `--map` gave them. */
export type ColumnMap = ReadonlyMap<FieldName, string>;

/** Matches `OrderID`, `order id`, `ORDER_ID` and `orderId` with each other. */
const normalised = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const fieldNames = (kind: ImportKind): string => FIELDS[kind].filter(({ name }) => name !== 'lines').map(({ name }) => name).join(', ');

const parsePair = (kind: ImportKind, pair: string): readonly [FieldName, string] => {
  const at = pair.indexOf('=');
  const name = pair.slice(0, Math.max(at, 0)).trim();
  const column = pair.slice(at + 1).trim();
  const field = FIELDS[kind].find((known) => known.name === name);
  if (at < 1 || column === '') throw new ImportRefused(`--map ${pair}: write it as field=Column`);
  if (field === undefined) throw new ImportRefused(`--map ${pair}: ${kind} have no field "${name}"; there are ${fieldNames(kind)}`);
  return [field.name, column];
};

/**
 * Reads `field=Column,field=Column`; a comma inside a column's name is no separator unless a field name and `=` follow it.
 * Throws ImportRefused for a field that the kind does not have.
 */
export const parseColumnMap = (kind: ImportKind, texts: readonly string[]): ColumnMap =>
  new Map(texts.flatMap((text) => text.split(/,(?=\s*[a-z_]+=)/)).map((pair) => parsePair(kind, pair)));

const refuseReservedNames = (header: readonly string[]): void => {
  header.forEach((name, index) => {
    if (isReservedName(name)) throw new ImportRefused(`column ${index + 1} of the header is named ${name}, which is refused`);
  });
};

const indexOfColumn = (header: readonly string[], column: string): number => {
  const index = header.indexOf(column);
  if (index >= 0 && header.includes(column, index + 1)) throw new ImportRefused(`the header names the column "${column}" twice`);
  return index;
};

const mappedIndex = (header: readonly string[], field: FieldName, column: string): number => {
  const index = indexOfColumn(header, column);
  if (index < 0) throw new ImportRefused(`--map ${field}=${column}: no such column; the file has ${header.join(', ')}`);
  return index;
};

const defaultIndex = (header: readonly string[], names: readonly string[]): number => {
  const exact = names.map((name) => indexOfColumn(header, name)).find((index) => index >= 0);
  return exact ?? header.findIndex((column) => names.some((name) => normalised(name) === normalised(column)));
};

/** Where a field stands in each record. */
export interface Column {
  readonly field: FieldName;
  readonly index: number;
}

const missingColumns = (kind: ImportKind, missing: readonly FieldName[], header: readonly string[]): ImportRefused =>
  new ImportRefused(
    `no column for ${missing.join(', ')}; the file has ${header.join(', ')}. ` +
      `Name the columns with --map, for example: --map ${missing.map((field) => `${field}=${header[0] ?? 'Column'}`).join(',')}. ` +
      `Fields of ${kind}: ${fieldNames(kind)}`,
  );

/** Finds each field's column in a header row. Throws ImportRefused when a required one is missing or a name is refused. */
export const columnsOf = (kind: ImportKind, header: readonly string[], map: ColumnMap): readonly Column[] => {
  refuseReservedNames(header);
  const columns: Column[] = [];
  const missing: FieldName[] = [];
  for (const { name, contractName, required } of FIELDS[kind]) {
    if (name === 'lines') continue;
    const mapped = map.get(name);
    const index = mapped === undefined ? defaultIndex(header, [name, contractName]) : mappedIndex(header, name, mapped);
    if (index >= 0) columns.push({ field: name, index });
    else if (required) missing.push(name);
  }
  if (missing.length > 0) throw missingColumns(kind, missing, header);
  return columns;
};

/** Finds the field that a key of a JSON record stands for; undefined when it is none of ours. */
export const fieldOfKey = (kind: ImportKind, map: ColumnMap): ((key: string) => FieldName | undefined) => {
  const byColumn = new Map([...map].map(([field, column]) => [column, field]));
  const byName = new Map(
    FIELDS[kind]
      .filter(({ name }) => !map.has(name))
      .flatMap(({ name, contractName }) => [[normalised(name), name], [normalised(contractName), name]]),
  );
  return (key) => byColumn.get(key) ?? byName.get(normalised(key));
};

/** How the file calls a field, for messages: its mapped column, else our name. `path` is in the words of the public contract. */
export const columnOfPath = (kind: ImportKind, map: ColumnMap, path: string): string => {
  const bare = path.replace(/^lines\[0\]\./, '');
  const base = /^[A-Za-z]+/.exec(bare)?.[0] ?? '';
  const field = FIELDS[kind].find(({ contractName }) => contractName === base);
  return field === undefined ? path : (map.get(field.name) ?? field.name) + bare.slice(base.length);
};
