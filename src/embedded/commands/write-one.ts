import { decodeExact, encode, type Doc } from '../bson/document.js';
import { decodeExactFields } from '../bson/fields.js';
import type { Changes } from '../engine/changes.js';
import type { Collection } from '../engine/collection.js';
import type { StoredRecord } from '../engine/collection-index.js';
import type { Filter } from '../query/filter.js';
import { applyChange } from '../update/apply.js';
import type { Change } from '../update/statement.js';
import { upsertedDocument } from '../update/upsert.js';
import { storableDocument } from './insert.js';

const ID_ONLY: ReadonlySet<string> = new Set(['_id']);

/** What a change needs to see of the document that it changes: of one that is replaced, only its key stays. */
function changeable(record: StoredRecord, change: Change): Doc {
  return change.kind === 'replace' ? decodeExactFields(record.raw, ID_ONLY) : decodeExact(record.raw);
}

/** Applies a change to one record; false where it made no difference, so that nothing is written. */
export function updateRecord(collection: Collection, record: StoredRecord, change: Change, changes: Changes): boolean {
  const raw = storableDocument(encode(applyChange(changeable(record, change), change, false)));
  if (raw.equals(record.raw)) return false;
  collection.replace(record, raw, changes);
  return true;
}

/** Puts bytes that can be stored as they are in a record's place; false where they are there already. */
export function replaceRecord(collection: Collection, record: StoredRecord, raw: Buffer, changes: Changes): boolean {
  if (raw.equals(record.raw)) return false;
  collection.replace(record, Buffer.from(raw), changes);
  return true;
}

/** Inserts what an upsert without a match makes, and returns it. */
export function insertUpsert(collection: Collection, filter: Filter, change: Change, changes: Changes): Doc {
  const raw = storableDocument(encode(upsertedDocument(filter, change)));
  collection.insert(raw, changes);
  return decodeExact(raw);
}
