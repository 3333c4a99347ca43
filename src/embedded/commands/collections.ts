import { decodePlain, encode, type Doc } from '../bson/document.js';
import type { Collection } from '../engine/collection.js';
import { namespaceOf } from '../engine/namespaces.js';
import { parseFilter } from '../query/filter.js';
import { matcherFor } from '../query/match.js';
import { allowFields, docArgument, flagArgument } from './arguments.js';
import type { CommandHandler } from './context.js';
import { cursorReply } from './cursor-reply.js';

const LIST_FIELDS = new Set(['listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor']);
const DROP_FIELDS = new Set(['drop']);
const DROP_DATABASE_FIELDS = new Set(['dropDatabase']);

function described(database: string, collection: Collection, nameOnly: boolean): Doc {
  const name = collection.namespace.slice(database.length + 1);
  if (nameOnly) return { name, type: 'collection' };
  return { name, type: 'collection', options: {}, info: { readOnly: false }, idIndex: { v: 2, key: { _id: 1 }, name: '_id_' } };
}

/** `listCollections` */
export const listCollections: CommandHandler = ({ body, database, store, cursors }) => {
  allowFields('listCollections', body, LIST_FIELDS);
  const nameOnly = flagArgument('listCollections', body, 'nameOnly', false);
  const matches = matcherFor(parseFilter(docArgument('listCollections', body, 'filter')));
  const documents = store.inDatabase(database).map((collection) => encode(described(database, collection, nameOnly))).filter((raw) => matches(decodePlain(raw)));
  const namespace = `${database}.$cmd.listCollections`;
  return cursorReply(namespace, 'firstBatch', cursors.open(namespace, documents, (raw) => raw, documents.length, true));
};

/** `drop`; dropping what is not there succeeds, as since MongoDB 7.0. */
export const drop: CommandHandler = ({ body, database, store, changes }) => {
  allowFields('drop', body, DROP_FIELDS);
  const namespace = namespaceOf(database, body['drop']);
  const nIndexesWas = store.find(namespace)?.indexes.length;
  return store.drop(namespace, changes) ? { nIndexesWas, ns: namespace, ok: 1 } : { ok: 1 };
};

/** `dropDatabase` */
export const dropDatabase: CommandHandler = ({ body, database, store, changes }) => {
  allowFields('dropDatabase', body, DROP_DATABASE_FIELDS);
  for (const collection of store.inDatabase(database)) store.drop(collection.namespace, changes);
  return { dropped: database, ok: 1 };
};
