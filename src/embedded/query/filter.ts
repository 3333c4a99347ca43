import { Binary, Long, ObjectId } from 'bson';
import { isDoc, numberOf, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { keyOf } from './order-key.js';
import type { Path } from './path.js';

/*
 * Own matcher instead of the `mingo` library: nine operators are allowed, and mingo differs from MongoDB in just these (comparison across
 * number types, field order in document equality, sort order of types), so the order key that indexes need anyway is the smaller truth.
 */

/** A comparison with one value. `key` is the operand's order key. */
export interface Comparison {
  readonly kind: 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
  readonly path: Path;
  readonly key: string;
  readonly value: unknown;
}

/** A parsed query. */
export type Filter =
  | Comparison
  | { readonly kind: 'in'; readonly path: Path; readonly keys: ReadonlySet<string>; readonly hasArray: boolean }
  | { readonly kind: 'exists'; readonly path: Path }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] };

/** Refuses operands this store cannot compare, such as regular expressions and Decimal128. */
function checkOperand(value: unknown, path: string): void {
  if (Array.isArray(value)) for (const element of value) checkOperand(element, path);
  else if (isDoc(value)) checkDocumentOperand(value, path);
  else if (!isComparable(value)) throw new CommandError('BadValue', `the embedded store cannot compare '${path}' with a value of this type`);
}

function checkDocumentOperand(value: Doc, path: string): void {
  for (const [name, field] of Object.entries(value)) {
    if (name.startsWith('$')) throw new CommandError('BadValue', `unknown operator: ${name}`);
    checkOperand(field, path);
  }
}

function isComparable(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (value instanceof Date || value instanceof ObjectId || value instanceof Binary) return true;
  if (value instanceof Long) return Math.abs(value.toNumber()) <= Number.MAX_SAFE_INTEGER;
  return numberOf(value) !== undefined;
}

function comparison(kind: Comparison['kind'], path: Path, value: unknown): Filter {
  checkOperand(value, path.join('.'));
  return { kind, path, key: keyOf(value), value };
}

function membership(name: string, path: Path, operand: unknown): Filter {
  if (!Array.isArray(operand)) throw new CommandError('BadValue', `${name} needs an array`);
  for (const element of operand) checkOperand(element, path.join('.'));
  return { kind: 'in', path, keys: new Set(operand.map(keyOf)), hasArray: operand.some((element) => Array.isArray(element)) };
}

function truthy(operand: unknown): boolean {
  return operand !== null && operand !== false && numberOf(operand) !== 0;
}

function existence(path: Path, operand: unknown): Filter {
  const present: Filter = { kind: 'exists', path };
  return truthy(operand) ? present : { kind: 'not', part: present };
}

function operatorFilter(name: string, path: Path, operand: unknown): Filter {
  switch (name) {
    case '$eq': return comparison('eq', path, operand);
    case '$ne': return { kind: 'not', part: comparison('eq', path, operand) };
    case '$gt': return comparison('gt', path, operand);
    case '$gte': return comparison('gte', path, operand);
    case '$lt': return comparison('lt', path, operand);
    case '$lte': return comparison('lte', path, operand);
    case '$in': return membership(name, path, operand);
    case '$nin': return { kind: 'not', part: membership(name, path, operand) };
    case '$exists': return existence(path, operand);
    default: throw new CommandError('BadValue', `unknown operator: ${name}`);
  }
}

function fieldFilters(name: string, condition: unknown): Filter[] {
  const path = name.split('.');
  const first = isDoc(condition) ? Object.keys(condition)[0] : undefined;
  if (!isDoc(condition) || first?.startsWith('$') !== true) return [comparison('eq', path, condition)];
  return Object.entries(condition).map(([operator, operand]) => operatorFilter(operator, path, operand));
}

function clauses(name: string, operand: unknown): Filter[] {
  if (!Array.isArray(operand) || operand.length === 0) throw new CommandError('BadValue', `${name} must be a nonempty array`);
  return operand.map((clause: unknown) => {
    if (!isDoc(clause)) throw new CommandError('BadValue', `${name} argument's entries must be objects`);
    return parseFilter(clause);
  });
}

function topLevel(name: string, condition: unknown): Filter[] {
  if (name === '$and') return clauses(name, condition);
  if (name === '$or') return [{ kind: 'or', parts: clauses(name, condition) }];
  if (name.startsWith('$')) throw new CommandError('BadValue', `unknown top level operator: ${name}`);
  return fieldFilters(name, condition);
}

/**
 * Reads a query document.
 * @throws CommandError BadValue for every operator or operand type outside the supported set, before anything is matched.
 */
export function parseFilter(query: Doc): Filter {
  return { kind: 'and', parts: Object.entries(query).flatMap(([name, condition]) => topLevel(name, condition)) };
}

/** The conditions that must all hold: nested `and`s made flat. */
export function conjuncts(filter: Filter): Filter[] {
  return filter.kind === 'and' ? filter.parts.flatMap(conjuncts) : [filter];
}

/** The top-level fields that a filter looks at. */
export function fieldsIn(filter: Filter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or': return filter.parts.flatMap(fieldsIn);
    case 'not': return fieldsIn(filter.part);
    default: return filter.path.slice(0, 1);
  }
}
