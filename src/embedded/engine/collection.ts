import { encode, type Doc } from '../bson/document.js';
import { decodePlainFields } from '../bson/fields.js';
import { keyOf } from '../query/order-key.js';
import type { Changes } from './changes.js';
import { CollectionIndex, describeIndex, duplicateKey, type IndexEntry, type IndexSpec, type StoredRecord } from './collection-index.js';

const ID_SPEC: IndexSpec = { name: '_id_', fields: [{ name: '_id', path: ['_id'], descending: false }], unique: true };

const ID_ONLY: ReadonlySet<string> = new Set(['_id']);

const fieldsOf = (indexes: readonly CollectionIndex[]): ReadonlySet<string> =>
  new Set(indexes.flatMap(({ spec }) => spec.fields.flatMap(({ path }) => path.slice(0, 1))));

type Prepared = readonly { readonly index: CollectionIndex; readonly entries: IndexEntry[] }[];

/** One collection in memory. Every change checks all unique indexes first, so it happens whole or not at all. */
export class Collection {
  readonly namespace: string;
  readonly records = new Map<string, StoredRecord>();
  #indexes: readonly CollectionIndex[] = [new CollectionIndex(ID_SPEC)];
  #indexed = ID_ONLY;
  /** Sum of the documents' sizes. */
  bytes = 0;

  constructor(namespace: string) {
    this.namespace = namespace;
  }

  get indexes(): readonly CollectionIndex[] {
    return this.#indexes;
  }

  set indexes(indexes: readonly CollectionIndex[]) {
    this.#indexes = indexes;
    this.#indexed = fieldsOf(indexes);
  }

  /** @throws CommandError DuplicateKey */
  insert(raw: Buffer, changes: Changes): void {
    const doc = this.#indexedFields(raw);
    const record: StoredRecord = { idKey: keyOf(doc['_id']), raw };
    const prepared = this.#prepare(doc, undefined);
    this.records.set(record.idKey, record);
    this.bytes += raw.length;
    for (const { index, entries } of prepared) index.add(entries, record);
    changes.add('put', this.namespace, raw);
  }

  /**
   * Puts new bytes in a record's place; the `_id` must be the same.
   * @throws CommandError DuplicateKey
   */
  replace(record: StoredRecord, raw: Buffer, changes: Changes): void {
    const before = this.#entries(this.#indexedFields(record.raw));
    const after = this.#prepare(this.#indexedFields(raw), record);
    for (const { index, entries } of before) index.remove(entries, record);
    for (const { index, entries } of after) index.add(entries, record);
    this.bytes += raw.length - record.raw.length;
    record.raw = raw;
    changes.add('put', this.namespace, raw);
  }

  /** Removes a record. */
  remove(record: StoredRecord, changes: Changes): void {
    const doc = this.#indexedFields(record.raw);
    for (const { index, entries } of this.#entries(doc)) index.remove(entries, record);
    this.records.delete(record.idKey);
    this.bytes -= record.raw.length;
    changes.add('delete', this.namespace, encode({ _id: doc['_id'] }));
  }

  /**
   * Builds an index over what is there.
   * @throws CommandError DuplicateKey, in which case nothing changed.
   */
  createIndex(spec: IndexSpec, changes: Changes): void {
    const index = new CollectionIndex(spec);
    this.#fill(index);
    this.indexes = [...this.indexes, index];
    changes.add('createIndex', this.namespace, encode(describeIndex(spec)));
  }

  /** While the log is read: stores without looking at indexes, which `rebuildIndexes` fills afterwards. */
  load(raw: Buffer): void {
    const idKey = keyOf(decodePlainFields(raw, ID_ONLY)['_id']);
    const existing = this.records.get(idKey);
    this.bytes += raw.length - (existing?.raw.length ?? 0);
    if (existing === undefined) this.records.set(idKey, { idKey, raw });
    else existing.raw = raw;
  }

  /** While the log is read: forgets the document with this document's `_id`. */
  unload(raw: Buffer): void {
    const idKey = keyOf(decodePlainFields(raw, ID_ONLY)['_id']);
    this.bytes -= this.records.get(idKey)?.raw.length ?? 0;
    this.records.delete(idKey);
  }

  /** After the log was read: makes all indexes. */
  rebuildIndexes(specs: readonly IndexSpec[]): void {
    this.indexes = [ID_SPEC, ...specs].map((spec) => new CollectionIndex(spec));
    for (const index of this.indexes) this.#fill(index);
  }

  #fill(index: CollectionIndex): void {
    const fields = fieldsOf([index]);
    for (const record of this.records.values()) {
      const entries = index.entriesOf(decodePlainFields(record.raw, fields));
      this.#refuseConflict(index, entries, record);
      index.add(entries, record);
    }
  }

  #indexedFields(raw: Buffer): Doc {
    return decodePlainFields(raw, this.#indexed);
  }

  #entries(doc: Doc): Prepared {
    return this.indexes.map((index) => ({ index, entries: index.entriesOf(doc) }));
  }

  #prepare(doc: Doc, own: StoredRecord | undefined): Prepared {
    const prepared = this.#entries(doc);
    for (const { index, entries } of prepared) this.#refuseConflict(index, entries, own);
    return prepared;
  }

  #refuseConflict(index: CollectionIndex, entries: readonly IndexEntry[], own: StoredRecord | undefined): void {
    const conflict = index.conflict(entries, own);
    if (conflict !== undefined) throw duplicateKey(this.namespace, index.spec, conflict);
  }
}
