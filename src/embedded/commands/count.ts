import { encode, isDoc, numberOf, type Doc } from '../bson/document.js';
import { namespaceOf } from '../engine/namespaces.js';
import { select } from '../engine/select.js';
import { CommandError } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { allowFields, countArgument, docArgument } from './arguments.js';
import type { CommandContext, CommandHandler } from './context.js';
import { cursorReply } from './cursor-reply.js';

const COUNT_FIELDS = new Set(['count', 'query', 'skip', 'limit']);
const AGGREGATE_FIELDS = new Set(['aggregate', 'pipeline', 'cursor', 'allowDiskUse']);

function counted({ store, deadline }: CommandContext, namespace: string, query: Doc, window: Doc, names: { skip: string; limit: string }): number {
  const skip = countArgument('count', window, names.skip) ?? 0;
  const limit = countArgument('count', window, names.limit) ?? 0;
  const collection = store.find(namespace);
  const filter = parseFilter(query);
  const total = Object.keys(query).length === 0 ? (collection?.records.size ?? 0) : select(collection, { filter, limit: limit === 0 ? 0 : skip + limit }, deadline).length;
  const left = Math.max(0, total - skip);
  return limit === 0 ? left : Math.min(left, limit);
}

/** `count` */
export const count: CommandHandler = (context) => {
  const { body, database } = context;
  allowFields('count', body, COUNT_FIELDS);
  const n = counted(context, namespaceOf(database, body['count']), docArgument('count', body, 'query'), body, { skip: 'skip', limit: 'limit' });
  return { n, ok: 1 };
};

function stageOf(stage: unknown): { name: string; value: unknown } {
  const entry = isDoc(stage) ? Object.entries(stage) : [];
  const [name, value] = entry[0] ?? ['', undefined];
  if (entry.length !== 1) throw new CommandError('Location40324', 'A pipeline stage specification object must contain exactly one field.');
  if (!['$match', '$skip', '$limit', '$group'].includes(name)) {
    throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}' (the embedded store aggregates only to count documents)`);
  }
  return { name, value };
}

function isCountGroup(group: unknown): boolean {
  if (!isDoc(group) || Object.keys(group).join() !== '_id,n' || numberOf(group['_id']) !== 1) return false;
  const n = group['n'];
  return isDoc(n) && Object.keys(n).join() === '$sum' && numberOf(n['$sum']) === 1;
}

/** `aggregate`, in the one form that the driver's `countDocuments` sends: `$match`, maybe `$skip`, maybe `$limit`, and `$group` to count. */
export const aggregateCount: CommandHandler = (context) => {
  const { body, database, cursors } = context;
  allowFields('aggregate', body, AGGREGATE_FIELDS);
  const namespace = namespaceOf(database, body['aggregate']);
  const stages = (Array.isArray(body['pipeline']) ? body['pipeline'] : []).map(stageOf);
  const values = Object.fromEntries(stages.map(({ name, value }) => [name, value]));
  if (!/^\$match(,\$skip)?(,\$limit)?,\$group$/.test(stages.map(({ name }) => name).join()) || !isCountGroup(values['$group'])) {
    throw new CommandError('NotImplemented', 'the embedded store aggregates only to count documents');
  }
  const n = counted(context, namespace, docArgument('$match', values, '$match'), values, { skip: '$skip', limit: '$limit' });
  const documents = n === 0 ? [] : [encode({ _id: 1, n })];
  return cursorReply(namespace, 'firstBatch', cursors.open(namespace, documents, (raw) => raw, 1, true));
};
