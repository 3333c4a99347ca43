import { numberOf, type Doc } from '../bson/document.js';
import { namespaceOf } from '../engine/namespaces.js';
import { select } from '../engine/select.js';
import { CommandError } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { allowExactly, allowFields, docArgument } from './arguments.js';
import { runBatch, statementsOf } from './batch.js';
import type { CommandContext, CommandHandler } from './context.js';

const FIELDS = new Set(['delete', 'deletes', 'ordered']);
const STATEMENT_FIELDS = new Set(['q', 'limit']);

function deleteAll({ store, changes, deadline }: CommandContext, namespace: string, statement: Doc): number {
  allowExactly('delete.deletes', statement, STATEMENT_FIELDS);
  const limit = numberOf(statement['limit']);
  if (limit !== 0 && limit !== 1) {
    throw new CommandError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
  }
  const collection = store.find(namespace);
  const records = select(collection, { filter: parseFilter(docArgument('delete', statement, 'q')), limit }, deadline);
  for (const record of records) collection?.remove(record, changes);
  return records.length;
}

/** `delete` */
export const deleteDocuments: CommandHandler = (context) => {
  const { body, database } = context;
  allowFields('delete', body, FIELDS);
  const namespace = namespaceOf(database, body['delete']);
  let n = 0;
  const errors = runBatch('delete', body, statementsOf(context, 'deletes'), (statement) => { n += deleteAll(context, namespace, statement); });
  return { n, ...errors, ok: 1 };
};
