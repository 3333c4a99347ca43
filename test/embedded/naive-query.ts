import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'mongodb';

/*
 * MongoDB's query rules written down a second time, as directly as possible and without anything from the store, over the values that the
 * differential tests use: null, numbers, strings, booleans, dates, arrays and documents with at most one field.
 */

type Value = unknown;

function typeRank(value: Value): number {
  if (value === null || value === undefined) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 9;
  return typeof value === 'boolean' ? 8 : 4;
}

/** BSON's comparison order. */
export function compareValues(left: Value, right: Value): number {
  const rank = typeRank(left) - typeRank(right);
  if (rank !== 0) return rank;
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right);
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  if (typeof left === 'string' && typeof right === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right));
  if (typeof left === 'object' && left !== null) return compareDocuments(left as Document, right as Document);
  return typeRank(left) === 1 ? 0 : Number(Number(left) > Number(right)) - Number(Number(left) < Number(right));
}

function compareLists(left: Value[], right: Value[]): number {
  for (const [at, value] of left.entries()) {
    if (at >= right.length) return 1;
    const order = compareValues(value, right[at]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareDocuments(left: Document, right: Document): number {
  const [mine, other] = [Object.entries(left)[0], Object.entries(right)[0]];
  if (mine === undefined || other === undefined) return Number(mine !== undefined) - Number(other !== undefined);
  const rank = typeRank(mine[1]) - typeRank(other[1]);
  if (rank !== 0) return rank;
  return mine[0] === other[0] ? compareValues(mine[1], other[1]) : mine[0] < other[0] ? -1 : 1;
}

function isDocument(value: Value): value is Document {
  return typeRank(value) === 4;
}

/** All values at a path of one or two names; `undefined` stands for missing. */
function valuesAt(doc: Document, [name = '', ...rest]: string[]): Value[] {
  const value: Value = doc[name];
  if (rest.length === 0) return Array.isArray(value) ? [...(value as Value[]), value] : [value];
  if (Array.isArray(value)) return value.filter(isDocument).flatMap((element) => valuesAt(element, rest));
  return isDocument(value) ? valuesAt(value, rest) : [undefined];
}

const isNull = (value: Value): boolean => value === null || value === undefined;

function compares(operator: string, value: Value, operand: Value): boolean {
  if (isNull(operand)) return isNull(value) && operator !== '$gt' && operator !== '$lt';
  if (typeRank(value) !== typeRank(operand)) return false;
  const order = compareValues(value, operand);
  return { $eq: order === 0, $gt: order > 0, $gte: order >= 0, $lt: order < 0, $lte: order <= 0 }[operator] ?? false;
}

function satisfies(doc: Document, path: string, operator: string, operand: Value): boolean {
  const values = valuesAt(doc, path.split('.'));
  switch (operator) {
    case '$exists': return values.some((value) => value !== undefined) === operand;
    case '$ne': return !satisfies(doc, path, '$eq', operand);
    case '$in': return (operand as Value[]).some((one) => satisfies(doc, path, '$eq', one));
    case '$nin': return !satisfies(doc, path, '$in', operand);
    default: return values.some((value) => compares(operator, value, operand));
  }
}

/** Whether a document satisfies a query of field conditions in operator form, `$and` and `$or`. */
export function naiveMatch(doc: Document, query: Document): boolean {
  return Object.entries(query).every(([name, condition]) => {
    if (name === '$and') return (condition as Document[]).every((part) => naiveMatch(doc, part));
    if (name === '$or') return (condition as Document[]).some((part) => naiveMatch(doc, part));
    return Object.entries(condition as Document).every(([operator, operand]) => satisfies(doc, name, operator, operand));
  });
}

/** The value that decides a document's place when sorting by a field; `undefined` for an empty array, which sorts before null. */
function sortValue(doc: Document, field: string, direction: number): { empty: boolean; value: Value } {
  const value: Value = doc[field];
  if (!Array.isArray(value)) return { empty: false, value };
  const best = value.toSorted((left, right) => compareValues(left, right) * direction)[0] as Value;
  return { empty: value.length === 0, value: best };
}

/** Compares two documents by a sort over plain fields. */
export function naiveOrder(left: Document, right: Document, sort: Document): number {
  for (const [field, direction] of Object.entries(sort) as [string, number][]) {
    const [mine, other] = [sortValue(left, field, direction), sortValue(right, field, direction)];
    const order = mine.empty || other.empty ? Number(other.empty) - Number(mine.empty) : compareValues(mine.value, other.value);
    if (order !== 0) return order * direction;
  }
  return 0;
}

/** True where two lists hold the same documents, in any order. */
export function sameDocuments(left: Document[], right: Document[]): boolean {
  const byId = (docs: Document[]): Document[] => docs.toSorted((one, other) => Number(one['_id']) - Number(other['_id']));
  return isDeepStrictEqual(byId(left), byId(right));
}
