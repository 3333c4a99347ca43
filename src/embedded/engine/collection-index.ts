import type { Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { EMPTY_ARRAY, keyOf, MISSING } from '../query/order-key.js';
import { spreadValues } from '../query/path.js';
import { directedKey, type KeyField } from '../query/sort.js';
import { sortedMap, type SortedMap } from './sorted-map.js';

/** A stored document: its encoded bytes under its `_id`'s order key. */
export interface StoredRecord {
  readonly idKey: string;
  raw: Buffer;
}

/** What an index is declared as. */
export interface IndexSpec {
  readonly name: string;
  readonly fields: readonly KeyField[];
  readonly unique: boolean;
}

/** The values one document puts into an index, with their joined order key. */
export interface IndexEntry {
  readonly key: string;
  readonly values: readonly unknown[];
}

/** Sorts after every continuation of a key. */
export const AFTER = '\uffff';

function appended(entries: readonly IndexEntry[], field: KeyField, values: readonly unknown[]): IndexEntry[] {
  return entries.flatMap((entry) => values.map((value) => ({ key: entry.key + directedKey(field, keyOf(value)), values: [...entry.values, value] })));
}

/** An ordered index over one or more fields; the built-in one over `_id` is of the same kind. */
export class CollectionIndex {
  readonly spec: IndexSpec;
  readonly tree: SortedMap<StoredRecord> = sortedMap();
  /** Positions of the fields in which any document ever had an array with several elements. */
  readonly multikeyFields = new Set<number>();
  readonly #isIdIndex: boolean;

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.#isIdIndex = spec.name === '_id_';
  }

  /** Whether a document may stand in several places of this index. */
  get multikey(): boolean {
    return this.multikeyFields.size > 0;
  }

  /**
   * The entries of a document: one, or one per element of an array.
   * @throws CommandError CannotIndexParallelArrays where two fields hold arrays (stricter than MongoDB for two fields of one array).
   */
  entriesOf(doc: Doc): IndexEntry[] {
    let entries: IndexEntry[] = [{ key: '', values: [] }];
    for (const field of this.spec.fields) {
      const values = spreadValues(doc, field.path);
      if (values.length > 1 && entries.length > 1) {
        throw new CommandError('CannotIndexParallelArrays', `cannot index parallel arrays (index ${this.spec.name}, field ${field.name})`);
      }
      entries = appended(entries, field, values);
    }
    return entries;
  }

  /** The first entry that another document already holds, if the index is unique. */
  conflict(entries: readonly IndexEntry[], own: StoredRecord | undefined): IndexEntry | undefined {
    if (!this.spec.unique) return undefined;
    return entries.find((entry) => this.#heldByAnother(entry.key, own));
  }

  /** Adds a document's entries. */
  add(entries: readonly IndexEntry[], record: StoredRecord): void {
    if (entries.length > 1) this.#noteArrays(entries);
    for (const entry of entries) this.tree.set(this.#treeKey(entry, record), record);
  }

  /** Removes a document's entries. */
  remove(entries: readonly IndexEntry[], record: StoredRecord): void {
    for (const entry of entries) this.tree.delete(this.#treeKey(entry, record));
  }

  #noteArrays(entries: readonly IndexEntry[]): void {
    const first = entries[0]?.values ?? [];
    for (const at of this.spec.fields.keys()) {
      if (!this.multikeyFields.has(at) && entries.some(({ values }) => values[at] !== first[at])) this.multikeyFields.add(at);
    }
  }

  #heldByAnother(key: string, own: StoredRecord | undefined): boolean {
    let pair = this.tree.getPairOrNextHigher(key);
    while (pair?.[0].startsWith(key) === true) {
      if (pair[1] !== own) return true;
      pair = this.tree.getPairOrNextHigher(pair[0] + '\0');
    }
    return false;
  }

  #treeKey(entry: IndexEntry, record: StoredRecord): string {
    return this.#isIdIndex ? entry.key : entry.key + record.idKey;
  }
}

/** The index specification as MongoDB lists it. */
export function describeIndex(spec: IndexSpec): Doc {
  return { v: 2, key: keyPattern(spec), name: spec.name, ...(spec.unique && spec.name !== '_id_' ? { unique: true } : {}) };
}

/** `{ field: 1 | -1, … }` */
export function keyPattern(spec: IndexSpec): Doc {
  return Object.fromEntries(spec.fields.map((field) => [field.name, field.descending ? -1 : 1]));
}

/** MongoDB's error for a value that a unique index already holds. */
export function duplicateKey(namespace: string, spec: IndexSpec, entry: IndexEntry): CommandError {
  const values = entry.values.map((value) => (value === MISSING ? null : value === EMPTY_ARRAY ? [] : value));
  const keyValue = Object.fromEntries(spec.fields.map((field, at) => [field.name, values[at]]));
  const shown = spec.fields.map((field, at) => `${field.name}: ${JSON.stringify(values[at])}`).join(', ');
  return new CommandError('DuplicateKey', `E11000 duplicate key error collection: ${namespace} index: ${spec.name} dup key: { ${shown} }`, { keyPattern: keyPattern(spec), keyValue });
}
