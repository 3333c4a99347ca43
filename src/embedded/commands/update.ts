import type { Doc } from '../bson/document.js';
import { namespaceOf } from '../engine/namespaces.js';
import { select } from '../engine/select.js';
import { CommandError } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { parseSort } from '../query/sort.js';
import { parseChange } from '../update/statement.js';
import { allowExactly, allowFields, docArgument, flagArgument } from './arguments.js';
import { runBatch, statementsOf } from './batch.js';
import type { CommandContext, CommandHandler } from './context.js';
import { insertUpsert, updateRecord } from './write-one.js';

const FIELDS = new Set(['update', 'updates', 'ordered', 'bypassDocumentValidation']);
const STATEMENT_FIELDS = new Set(['q', 'u', 'multi', 'upsert', 'sort']);

interface Tally {
  n: number;
  nModified: number;
  readonly upserted: Doc[];
}

function updateAll({ store, changes, deadline }: CommandContext, namespace: string, statement: Doc, index: number, tally: Tally): void {
  allowExactly('update.updates', statement, STATEMENT_FIELDS);
  const filter = parseFilter(docArgument('update', statement, 'q'));
  const change = parseChange(statement['u']);
  const multi = flagArgument('update', statement, 'multi', false);
  if (multi && change.kind === 'replace') {
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const selection = { filter, sort: parseSort(docArgument('update', statement, 'sort')), limit: multi ? 0 : 1 };
  const records = select(store.find(namespace), selection, deadline);
  if (records.length === 0 && flagArgument('update', statement, 'upsert', false)) {
    tally.upserted.push({ index, _id: insertUpsert(store.obtain(namespace), filter, change, changes)['_id'] });
    tally.n += 1;
  }
  for (const record of records) {
    tally.nModified += updateRecord(store.obtain(namespace), record, change, changes) ? 1 : 0;
    tally.n += 1;
  }
}

/** `update` */
export const update: CommandHandler = (context) => {
  const { body, database } = context;
  allowFields('update', body, FIELDS);
  const namespace = namespaceOf(database, body['update']);
  const tally: Tally = { n: 0, nModified: 0, upserted: [] };
  const errors = runBatch('update', body, statementsOf(context, 'updates'), (statement, index) => { updateAll(context, namespace, statement, index, tally); });
  const { n, nModified, upserted } = tally;
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...errors, ok: 1 };
};
