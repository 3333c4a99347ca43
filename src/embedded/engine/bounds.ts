import type { Comparison, Filter } from '../query/filter.js';
import { NAN_KEY, NULL_KEY } from '../query/order-key.js';
import { directedKey, type KeyField } from '../query/sort.js';
import { AFTER, type CollectionIndex } from './collection-index.js';

const MAX_PREFIXES = 10_000;

/** From `start` up to, not including, `end`. */
export interface KeyRange {
  readonly start: string;
  readonly end: string;
}

/** The part of an index that can hold matches. */
export interface IndexBounds {
  readonly ranges: readonly KeyRange[];
  /** How many leading fields are bound to given values. */
  readonly points: number;
  /** How many of these, from the first, are bound to one value each. */
  readonly fixed: number;
  /** True where the field after them is bound to a range. */
  readonly ranged: boolean;
}

interface FieldRange { readonly low?: Comparison; readonly high?: Comparison }

function onField(filters: readonly Filter[], field: KeyField): Filter[] {
  return filters.filter((filter) => 'path' in filter && filter.path.join('.') === field.name);
}

function pointsOf(filters: readonly Filter[]): string[] | undefined {
  const found = filters.flatMap((filter) => {
    if (filter.kind === 'eq' && !Array.isArray(filter.value)) return [[filter.key]];
    return filter.kind === 'in' && !filter.hasArray ? [[...filter.keys]] : [];
  });
  return found.sort((left, right) => left.length - right.length)[0];
}

function isRange(filter: Filter): filter is Comparison {
  if (filter.kind !== 'gt' && filter.kind !== 'gte' && filter.kind !== 'lt' && filter.kind !== 'lte') return false;
  return filter.key !== NULL_KEY && filter.key !== NAN_KEY && !Array.isArray(filter.value);
}

// With arrays, different elements may satisfy the two ends, so only one end narrows the scan.
function rangeOf(filters: readonly Filter[], multikey: boolean): FieldRange | undefined {
  const ranges = filters.filter(isRange);
  const low = ranges.find(({ kind }) => kind === 'gt' || kind === 'gte');
  const high = ranges.find(({ kind, key }) => (kind === 'lt' || kind === 'lte') && (low === undefined || (!multikey && key.charAt(0) === low.key.charAt(0))));
  if (low === undefined && high === undefined) return undefined;
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

function typeBracket(field: KeyField, key: string): KeyRange {
  const tag = directedKey(field, key.charAt(0));
  return { start: tag, end: String.fromCharCode(tag.charCodeAt(0) + 1) };
}

function keyRange(field: KeyField, { low, high }: FieldRange): KeyRange {
  const bracket = typeBracket(field, (low ?? high)?.key ?? '');
  const [first, last] = field.descending ? [high, low] : [low, high];
  const start = first === undefined ? bracket.start : directedKey(field, first.key) + (first.kind === 'gte' || first.kind === 'lte' ? '' : AFTER);
  const end = last === undefined ? bracket.end : directedKey(field, last.key) + (last.kind === 'gte' || last.kind === 'lte' ? AFTER : '');
  return { start, end };
}

/** The narrowest part of an index that holds all documents satisfying the conditions, which must all hold. */
export function boundsFor(index: CollectionIndex, conditions: readonly Filter[]): IndexBounds {
  let prefixes = [''];
  let points = 0;
  let fixed = 0;
  for (const field of index.spec.fields) {
    const filters = onField(conditions, field);
    const values = pointsOf(filters);
    if (values === undefined || prefixes.length * values.length > MAX_PREFIXES) {
      const range = rangeOf(filters, index.multikey);
      const suffix = range === undefined ? { start: '', end: AFTER } : keyRange(field, range);
      return { ranges: joined(prefixes, suffix), points, fixed, ranged: range !== undefined };
    }
    if (values.length === 1 && fixed === points) fixed += 1;
    points += 1;
    prefixes = prefixes.flatMap((prefix) => values.map((value) => prefix + directedKey(field, value)));
  }
  return { ranges: joined(prefixes, { start: '', end: AFTER }), points, fixed, ranged: false };
}

function joined(prefixes: readonly string[], suffix: KeyRange): KeyRange[] {
  return [...prefixes].sort().map((prefix) => ({ start: prefix + suffix.start, end: prefix + suffix.end }));
}
