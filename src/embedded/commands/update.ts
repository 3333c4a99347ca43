import type { Doc } from '../bson/document.js';
import { namespaceOf } from '../engine/namespaces.js';
import { select } from '../engine/select.js';
import { CommandError } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { parseSort } from '../query/sort.js';
import { type Change, parseChange } from '../update/statement.js';
import { decodeExact } from '../bson/document.js';
import { allowExactly, allowFields, docArgument, flagArgument } from './arguments.js';
import { checkSize, runBatch, statementsOf } from './batch.js';
import type { CommandContext, CommandHandler } from './context.js';
import { encodedStatementsOf, haveSameId, type UpdateStatement } from './replacement.js';
import { insertUpsert, replaceRecord, updateRecord } from './write-one.js';

const FIELDS = new Set(['update', 'updates', 'ordered', 'bypassDocumentValidation']);
const STATEMENT_FIELDS = new Set(['q', 'u', 'multi', 'upsert', 'sort']);

interface Tally {
  n: number;
  nModified: number;
  readonly upserted: Doc[];
}

function updateAll({ store, changes, deadline }: CommandContext, namespace: string, { fields: statement, replacement }: UpdateStatement, index: number, tally: Tally): void {
  allowExactly('update.updates', statement, STATEMENT_FIELDS);
  const filter = parseFilter(docArgument('update', statement, 'q'));
  // What is replaced by bytes as they came is decoded only where that will not do.
  const change = replacement === undefined ? parseChange(statement['u']) : undefined;
  const changeInFull = (): Change => change ?? parseChange(decodeExact(replacement ?? Buffer.alloc(0)));
  const multi = flagArgument('update', statement, 'multi', false);
  if (multi && (replacement !== undefined || change?.kind === 'replace')) {
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const selection = { filter, sort: parseSort(docArgument('update', statement, 'sort')), limit: multi ? 0 : 1 };
  const records = select(store.find(namespace), selection, deadline);
  if (records.length === 0 && flagArgument('update', statement, 'upsert', false)) {
    tally.upserted.push({ index, _id: insertUpsert(store.obtain(namespace), filter, changeInFull(), changes)['_id'] });
    tally.n += 1;
  }
  for (const record of records) {
    const collection = store.obtain(namespace);
    const asItCame = replacement !== undefined && haveSameId(record.raw, replacement);
    const changed = asItCame ? replaceRecord(collection, record, replacement, changes) : updateRecord(collection, record, changeInFull(), changes);
    tally.nModified += changed ? 1 : 0;
    tally.n += 1;
  }
}

/** `update` */
export const update: CommandHandler = (context) => {
  const { body, database } = context;
  allowFields('update', body, FIELDS);
  const namespace = namespaceOf(database, body['update']);
  const tally: Tally = { n: 0, nModified: 0, upserted: [] };
  const statements = encodedStatementsOf(context) ?? statementsOf(context, 'updates').map((fields): UpdateStatement => ({ fields, replacement: undefined }));
  checkSize(statements.length);
  const errors = runBatch('update', body, statements, (statement, index) => { updateAll(context, namespace, statement, index, tally); });
  const { n, nModified, upserted } = tally;
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...errors, ok: 1 };
};
