import { decodeExact, type Doc } from '../bson/document.js';
import type { StoredRecord } from '../engine/collection-index.js';
import { namespaceOf } from '../engine/namespaces.js';
import { select } from '../engine/select.js';
import { CommandError } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { parseProjection, type Projection } from '../query/projection.js';
import { parseSort } from '../query/sort.js';
import { parseChange } from '../update/statement.js';
import { allowFields, docArgument, flagArgument } from './arguments.js';
import type { CommandContext, CommandHandler } from './context.js';
import { insertUpsert, updateRecord } from './write-one.js';

const FIELDS = new Set(['findAndModify', 'findandmodify', 'query', 'sort', 'remove', 'update', 'new', 'upsert', 'fields', 'bypassDocumentValidation']);

function shaped(project: Projection, doc: Doc): Doc {
  return project === undefined ? doc : project(doc);
}

function remove({ store, changes }: CommandContext, namespace: string, record: StoredRecord | undefined, project: Projection): Doc {
  if (record !== undefined) store.find(namespace)?.remove(record, changes);
  return { lastErrorObject: { n: record === undefined ? 0 : 1 }, value: record === undefined ? null : shaped(project, decodeExact(record.raw)), ok: 1 };
}

function modify({ store, changes }: CommandContext, namespace: string, record: StoredRecord, body: Doc, project: Projection): Doc {
  const before = record.raw;
  updateRecord(store.obtain(namespace), record, parseChange(body['update']), changes);
  const returned = flagArgument('findAndModify', body, 'new', false) ? record.raw : before;
  return { lastErrorObject: { n: 1, updatedExisting: true }, value: shaped(project, decodeExact(returned)), ok: 1 };
}

function upsert({ store, changes }: CommandContext, namespace: string, body: Doc, project: Projection): Doc {
  const filter = parseFilter(docArgument('findAndModify', body, 'query'));
  const doc = insertUpsert(store.obtain(namespace), filter, parseChange(body['update']), changes);
  const value = flagArgument('findAndModify', body, 'new', false) ? shaped(project, doc) : null;
  return { lastErrorObject: { n: 1, updatedExisting: false, upserted: doc['_id'] }, value, ok: 1 };
}

function checkForm(body: Doc, removing: boolean): void {
  if (removing && body['update'] !== undefined) throw new CommandError('FailedToParse', 'Cannot specify both an update and remove=true');
  if (removing && (flagArgument('findAndModify', body, 'upsert', false) || flagArgument('findAndModify', body, 'new', false))) {
    throw new CommandError('FailedToParse', 'Cannot specify both upsert or new and remove=true');
  }
  if (!removing && body['update'] === undefined) {
    throw new CommandError('FailedToParse', 'Either an update or remove=true must be specified');
  }
}

/** `findAndModify` */
export const findAndModify: CommandHandler = (context) => {
  const { body, database, store, deadline } = context;
  allowFields('findAndModify', body, FIELDS);
  const namespace = namespaceOf(database, body[context.name]);
  const removing = flagArgument('findAndModify', body, 'remove', false);
  checkForm(body, removing);
  if (!removing) parseChange(body['update']);
  const project = parseProjection(docArgument('findAndModify', body, 'fields'));
  const selection = { filter: parseFilter(docArgument('findAndModify', body, 'query')), sort: parseSort(docArgument('findAndModify', body, 'sort')), limit: 1 };
  const [record] = select(store.find(namespace), selection, deadline);
  if (removing) return remove(context, namespace, record, project);
  if (record !== undefined) return modify(context, namespace, record, body, project);
  if (flagArgument('findAndModify', body, 'upsert', false)) return upsert(context, namespace, body, project);
  return { lastErrorObject: { n: 0, updatedExisting: false }, value: null, ok: 1 };
};
