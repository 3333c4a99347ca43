import { numberOf, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { keyOf, MISSING } from '../query/order-key.js';
import { addNumbers } from './arithmetic.js';
import { setAt, unsetAt, valueAt } from './place.js';
import type { Action, Change } from './statement.js';

function increment(doc: Doc, action: Action): void {
  const name = action.path.join('.');
  if (numberOf(action.operand) === undefined) {
    throw new CommandError('TypeMismatch', `Cannot increment with non-numeric argument: {${name}: …}`);
  }
  const current = valueAt(doc, action.path);
  if (current !== MISSING && numberOf(current) === undefined) {
    throw new CommandError('TypeMismatch', `Cannot apply $inc to a value of non-numeric type. The field '${name}' has a non-numeric type`);
  }
  setAt(doc, action.path, current === MISSING ? action.operand : addNumbers(current, action.operand));
}

function keepExtreme(doc: Doc, action: Action, wins: (operand: string, current: string) => boolean): void {
  const current = valueAt(doc, action.path);
  if (current === MISSING || wins(keyOf(action.operand), keyOf(current))) setAt(doc, action.path, action.operand);
}

function perform(doc: Doc, action: Action, inserting: boolean): void {
  switch (action.operator) {
    case '$set': setAt(doc, action.path, action.operand); return;
    case '$setOnInsert': if (inserting) setAt(doc, action.path, action.operand); return;
    case '$unset': unsetAt(doc, action.path); return;
    case '$inc': increment(doc, action); return;
    case '$max': keepExtreme(doc, action, (operand, current) => operand > current); return;
    case '$min': keepExtreme(doc, action, (operand, current) => operand < current); return;
  }
}

function immutableId(): CommandError {
  return new CommandError('ImmutableField', 'Performing an update on the path \'_id\' would modify the immutable field \'_id\'');
}

/** The document with `_id` as its first field. */
export function withIdFirst(id: unknown, doc: Doc): Doc {
  return { _id: id, ...Object.fromEntries(Object.entries(doc).filter(([name]) => name !== '_id')) };
}

function replaced(current: Doc, doc: Doc): Doc {
  const id = current['_id'];
  if (id === undefined) return doc;
  if (Object.hasOwn(doc, '_id') && keyOf(doc['_id']) !== keyOf(id)) {
    throw new CommandError('ImmutableField', 'After applying the update, the (immutable) field \'_id\' was found to have been altered');
  }
  return withIdFirst(id, doc);
}

/**
 * Applies an update to an exactly decoded document and returns the result; `current` may be changed in the doing.
 * `inserting` says that this makes a new document (upsert).
 * @throws CommandError ImmutableField, TypeMismatch, PathNotViable and the like.
 */
export function applyChange(current: Doc, change: Change, inserting: boolean): Doc {
  if (change.kind === 'replace') return replaced(current, change.doc);
  const idBefore = Object.hasOwn(current, '_id') ? keyOf(current['_id']) : undefined;
  for (const action of change.actions) perform(current, action, inserting);
  const idAfter = Object.hasOwn(current, '_id') ? keyOf(current['_id']) : undefined;
  if (idBefore !== undefined && idBefore !== idAfter) throw immutableId();
  return current;
}
