import type { Doc } from '../bson/document.js';
import type { Comparison, Filter } from './filter.js';
import { keyOf, MISSING, NAN_KEY } from './order-key.js';
import { candidateValues, type Path } from './path.js';

/** Tells whether a decoded document satisfies a query. */
export type Matcher = (doc: Doc) => boolean;

function holds(kind: Comparison['kind'], key: string, operand: string): boolean {
  if (key.charAt(0) !== operand.charAt(0)) return false;
  if (key === operand) return kind === 'eq' || kind === 'gte' || kind === 'lte';
  if (kind === 'eq' || key === NAN_KEY || operand === NAN_KEY) return false;
  return kind === 'gt' || kind === 'gte' ? key > operand : key < operand;
}

function some(path: Path, test: (value: unknown) => boolean): Matcher {
  return (doc) => candidateValues(doc, path).some(test);
}

/** Makes a matcher from a parsed query: values compare only within their own type, as in MongoDB. */
export function matcherFor(filter: Filter): Matcher {
  switch (filter.kind) {
    case 'and': return all(filter.parts.map(matcherFor));
    case 'or': return any(filter.parts.map(matcherFor));
    case 'not': return negated(matcherFor(filter.part));
    case 'exists': return some(filter.path, (value) => value !== MISSING);
    case 'in': return some(filter.path, (value) => filter.keys.has(keyOf(value)));
    default: return some(filter.path, (value) => holds(filter.kind, keyOf(value), filter.key));
  }
}

function all(parts: readonly Matcher[]): Matcher {
  return (doc) => parts.every((part) => part(doc));
}

function any(parts: readonly Matcher[]): Matcher {
  return (doc) => parts.some((part) => part(doc));
}

function negated(part: Matcher): Matcher {
  return (doc) => !part(doc);
}
