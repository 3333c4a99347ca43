import { namespaceOf } from '../engine/namespaces.js';
import { CommandError } from '../errors.js';
import { allowFields } from './arguments.js';
import type { CommandHandler } from './context.js';

const FIELDS = new Set(['compact']);

/**
 * `compact`. MongoDB's takes one collection; here all are in one file, and the whole of it is rewritten: afterwards no file holds what was removed
 * before, from whichever collection.
 */
export const compact: CommandHandler = ({ body, database, store, compactLog }) => {
  allowFields('compact', body, FIELDS);
  const namespace = namespaceOf(database, body['compact']);
  if (store.find(namespace) === undefined) throw new CommandError('NamespaceNotFound', `collection does not exist: ${namespace}`);
  return compactLog().then(() => ({ ok: 1 }));
};
