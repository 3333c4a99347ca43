import { isDoc, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { compareKeys } from '../query/order-key.js';
import { isArrayIndex, type Path } from '../query/path.js';

const OPERATORS = ['$set', '$unset', '$inc', '$setOnInsert', '$max', '$min'] as const;

/** An update operator this store knows. */
export type Operator = (typeof OPERATORS)[number];

/** One change to one path. */
export interface Action {
  readonly operator: Operator;
  readonly path: Path;
  readonly operand: unknown;
}

/** What an update does to a document: put another in its place, or change some paths. */
export type Change = { readonly kind: 'replace'; readonly doc: Doc } | { readonly kind: 'modify'; readonly actions: readonly Action[] };

function operatorOf(name: string): Operator {
  const operator = OPERATORS.find((known) => known === name);
  if (operator === undefined) {
    throw new CommandError('FailedToParse', `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`);
  }
  return operator;
}

function pathOf(name: string): Path {
  const path = name.split('.');
  if (path.includes('')) {
    throw new CommandError('EmptyFieldName', `The update path '${name}' contains an empty field name, which is not allowed.`);
  }
  const positional = path.find((component) => component.startsWith('$'));
  if (positional !== undefined) {
    throw new CommandError('BadValue', `the embedded store does not support '${positional}' in the update path '${name}'`);
  }
  return path;
}

function actionsOf(name: string, fields: unknown): Action[] {
  const operator = operatorOf(name);
  if (!isDoc(fields)) {
    throw new CommandError('FailedToParse', `Modifiers operate on fields but we found another type instead. For example: {$mod: {<field>: ...}} not {${name}: …}`);
  }
  return Object.entries(fields).map(([field, operand]) => ({ operator, path: pathOf(field), operand }));
}

function componentOrder(left: string, right: string): number {
  return isArrayIndex(left) && isArrayIndex(right) ? Number(left) - Number(right) : compareKeys(left, right);
}

function pathOrder(left: Path, right: Path): number {
  for (const [at, component] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const order = componentOrder(component, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function checkConflicts(sorted: readonly Action[]): void {
  for (const [index, action] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined || !action.path.every((component, at) => next.path[at] === component)) continue;
    throw new CommandError('ConflictingUpdateOperators', `Updating the path '${next.path.join('.')}' would create a conflict at '${action.path.join('.')}'`);
  }
}

function modification(update: Doc): Change {
  // New fields appear in the order of their names, as since MongoDB 5.0.
  const actions = Object.entries(update).flatMap(([name, fields]) => actionsOf(name, fields)).sort((left, right) => pathOrder(left.path, right.path));
  checkConflicts(actions);
  return { kind: 'modify', actions };
}

function replacement(update: Doc): Change {
  const dollar = Object.keys(update).find((name) => name.startsWith('$'));
  if (dollar !== undefined) {
    throw new CommandError('DollarPrefixedFieldName', `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document.`);
  }
  return { kind: 'replace', doc: update };
}

/**
 * Reads the `u` of an update or the `update` of a findAndModify.
 * @throws CommandError FailedToParse for an unknown modifier or a pipeline, ConflictingUpdateOperators, EmptyFieldName and the like.
 */
export function parseChange(update: unknown): Change {
  if (Array.isArray(update)) throw new CommandError('FailedToParse', 'the embedded store does not support pipeline-style updates');
  if (!isDoc(update)) throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  return Object.keys(update)[0]?.startsWith('$') === true ? modification(update) : replacement(update);
}
