import { ObjectId } from 'bson';
import { BSON_TYPE } from '../../bson/walk.js';
import { elementsOf } from '../bson/elements.js';
import { decodeExact, encode, MAX_DOCUMENT_BYTES, tooLarge } from '../bson/document.js';
import { isPlainlyStorable } from '../bson/plainly-storable.js';
import { checkStorable } from '../bson/storable.js';
import { namespaceOf } from '../engine/namespaces.js';
import { CommandError } from '../errors.js';
import { withIdFirst } from '../update/apply.js';
import { allowFields } from './arguments.js';
import { documentsOf, runBatch } from './batch.js';
import type { CommandHandler } from './context.js';

const FIELDS = new Set(['insert', 'documents', 'ordered', 'bypassDocumentValidation']);

function checkName(name: string): void {
  if (name.startsWith('$')) {
    throw new CommandError('DollarPrefixedFieldName', `The embedded store does not keep field names that start with '$' (found '${name}')`);
  }
  if (name.includes('.')) {
    throw new CommandError('DottedFieldName', `The embedded store does not keep field names with a '.' (found '${name}')`);
  }
}

/**
 * Checks a whole document before it is stored and puts its `_id` first, making one up where there is none.
 * @throws CommandError for types, names and sizes that are not kept
 */
export function storableDocument(raw: Buffer): Buffer {
  if (raw.length > MAX_DOCUMENT_BYTES) throw tooLarge(raw.length);
  if (isPlainlyStorable(raw)) return Buffer.from(raw);
  checkStorable(raw);
  let idType: number | undefined;
  let idFirst = true;
  for (const { name, type } of elementsOf(raw)) {
    checkName(name);
    if (name === '_id') idType = type;
    else if (idType === undefined) idFirst = false;
  }
  if (idType === BSON_TYPE.array) throw new CommandError('InvalidIdField', 'The \'_id\' value cannot be of type array');
  if (idType !== undefined && idFirst) return Buffer.from(raw);
  const doc = decodeExact(raw);
  return encode(withIdFirst(idType === undefined ? new ObjectId() : doc['_id'], doc));
}

/** `insert` */
export const insert: CommandHandler = (context) => {
  const { body, database, store, changes } = context;
  allowFields('insert', body, FIELDS);
  const namespace = namespaceOf(database, body['insert']);
  const documents = documentsOf(context, encode);
  let n = 0;
  const errors = runBatch('insert', body, documents, (raw) => {
    const document = storableDocument(raw);
    store.obtain(namespace).insert(document, changes);
    n += 1;
  });
  return { n, ...errors, ok: 1 };
};
