import { encode, isDoc } from '../bson/document.js';
import type { Collection } from '../engine/collection.js';
import { describeIndex, keyPattern, type IndexSpec } from '../engine/collection-index.js';
import { parseIndexSpec } from '../engine/index-spec.js';
import { namespaceOf } from '../engine/namespaces.js';
import { CommandError } from '../errors.js';
import { allowFields } from './arguments.js';
import type { CommandHandler } from './context.js';
import { cursorReply } from './cursor-reply.js';

const CREATE_FIELDS = new Set(['createIndexes', 'indexes', 'commitQuorum']);
const LIST_FIELDS = new Set(['listIndexes', 'cursor']);

function sameFields(left: IndexSpec, right: IndexSpec): boolean {
  return JSON.stringify(Object.entries(keyPattern(left))) === JSON.stringify(Object.entries(keyPattern(right)));
}

// The same index again is fine; the same name or the same fields for something else is not.
function exists(collection: Collection, wanted: IndexSpec): boolean {
  const byName = collection.indexes.find(({ spec }) => spec.name === wanted.name)?.spec;
  if (byName !== undefined && !sameFields(byName, wanted)) {
    throw new CommandError('IndexKeySpecsConflict', `An existing index has the same name as the requested index: ${wanted.name}`);
  }
  const byFields = collection.indexes.find(({ spec }) => sameFields(spec, wanted))?.spec;
  if (byFields === undefined) return false;
  if (byFields.name === '_id_') return true;
  if (byFields.name !== wanted.name) {
    throw new CommandError('IndexOptionsConflict', `Index already exists with a different name: ${byFields.name}`);
  }
  if (byFields.unique !== wanted.unique) {
    throw new CommandError('IndexOptionsConflict', `An equivalent index already exists with the same name but different options: ${wanted.name}`);
  }
  return true;
}

/** `createIndexes` */
export const createIndexes: CommandHandler = ({ body, database, store, changes }) => {
  allowFields('createIndexes', body, CREATE_FIELDS);
  const namespace = namespaceOf(database, body['createIndexes']);
  const specs = (Array.isArray(body['indexes']) ? body['indexes'] : []).filter(isDoc).map(parseIndexSpec);
  if (specs.length === 0) throw new CommandError('BadValue', 'Must specify at least one index to create');
  const createdCollectionAutomatically = store.find(namespace) === undefined;
  const collection = store.obtain(namespace);
  const numIndexesBefore = collection.indexes.length;
  for (const spec of specs) if (!exists(collection, spec)) collection.createIndex(spec, changes);
  const numIndexesAfter = collection.indexes.length;
  const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {};
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 };
};

/** `listIndexes` */
export const listIndexes: CommandHandler = ({ body, database, store, cursors }) => {
  allowFields('listIndexes', body, LIST_FIELDS);
  const namespace = namespaceOf(database, body['listIndexes']);
  const collection = store.find(namespace);
  if (collection === undefined) throw new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`);
  const documents = collection.indexes.map(({ spec }) => encode(describeIndex(spec)));
  return cursorReply(namespace, 'firstBatch', cursors.open(namespace, documents, (raw) => raw, documents.length, true));
};
