import { Long } from 'bson';
import { numberOf } from '../bson/document.js';
import { namespaceOf } from '../engine/namespaces.js';
import { select } from '../engine/select.js';
import { CommandError } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { parseRawProjection } from '../query/projection.js';
import { parseSort } from '../query/sort.js';
import { allowFields, countArgument, docArgument, flagArgument } from './arguments.js';
import type { CommandHandler } from './context.js';
import { cursorReply } from './cursor-reply.js';
import type { Shape } from './cursors.js';

const FIND_FIELDS = new Set(['find', 'filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'allowDiskUse']);
const GET_MORE_FIELDS = new Set(['getMore', 'collection', 'batchSize']);
const KILL_FIELDS = new Set(['killCursors', 'cursors']);
const FIRST_BATCH = 101;

function shapeFor(body: Parameters<typeof docArgument>[1]): Shape {
  return parseRawProjection(docArgument('find', body, 'projection')) ?? ((raw) => raw);
}

/** `find` */
export const find: CommandHandler = ({ body, database, store, cursors, deadline }) => {
  allowFields('find', body, FIND_FIELDS);
  const namespace = namespaceOf(database, body['find']);
  const selection = {
    filter: parseFilter(docArgument('find', body, 'filter')),
    sort: parseSort(docArgument('find', body, 'sort')),
    skip: countArgument('find', body, 'skip') ?? 0,
    limit: countArgument('find', body, 'limit') ?? 0,
  };
  const shape = shapeFor(body);
  const documents = select(store.find(namespace), selection, deadline).map(({ raw }) => raw);
  const batch = cursors.open(namespace, documents, shape, countArgument('find', body, 'batchSize') ?? FIRST_BATCH, flagArgument('find', body, 'singleBatch', false));
  return cursorReply(namespace, 'firstBatch', batch);
};

function cursorId(value: unknown): bigint {
  if (value instanceof Long) return value.toBigInt();
  const number = numberOf(value);
  if (number === undefined || !Number.isSafeInteger(number)) throw new CommandError('TypeMismatch', 'a cursor id must be of type long');
  return BigInt(number);
}

/** `getMore` */
export const getMore: CommandHandler = ({ body, database, cursors }) => {
  allowFields('getMore', body, GET_MORE_FIELDS);
  const namespace = namespaceOf(database, body['collection']);
  const size = countArgument('getMore', body, 'batchSize') ?? 0;
  return cursorReply(namespace, 'nextBatch', cursors.next(cursorId(body['getMore']), namespace, size === 0 ? Number.POSITIVE_INFINITY : size));
};

/** `killCursors` */
export const killCursors: CommandHandler = ({ body, cursors }) => {
  allowFields('killCursors', body, KILL_FIELDS);
  const ids = Array.isArray(body['cursors']) ? body['cursors'].map((value: unknown) => cursorId(value)) : [];
  const killed = ids.filter((id) => cursors.kill(id));
  const longs = (list: readonly bigint[]): Long[] => list.map((id) => Long.fromBigInt(id));
  return { cursorsKilled: longs(killed), cursorsNotFound: longs(ids.filter((id) => !killed.includes(id))), cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};
