import type { Filter } from '../query/filter.js';
import { NULL_KEY } from '../query/order-key.js';
import type { KeyField } from '../query/sort.js';
import { boundsFor, type IndexBounds } from './bounds.js';
import type { Collection } from './collection.js';
import type { CollectionIndex, StoredRecord } from './collection-index.js';

/** How the candidates of a query are found. */
export interface Plan {
  readonly candidates: Iterable<StoredRecord>;
  /** The candidates come in the order of the sort. */
  readonly sorted: boolean;
  /** Every candidate is a match. */
  readonly exact: boolean;
}

type Direction = 'forward' | 'backward' | undefined;

interface Choice {
  readonly index: CollectionIndex;
  readonly bounds: IndexBounds;
  readonly direction: Direction;
  readonly score: number;
}

function sameWay(index: CollectionIndex, from: number, sort: readonly KeyField[], flipped: boolean): boolean {
  return sort.every((field, at) => {
    const indexed = index.spec.fields[from + at];
    return indexed?.name === field.name && (indexed.descending !== field.descending) === flipped;
  });
}

// A document stands in several places only by the elements of its arrays: where these are bound to one value, it stands in one.
function meetsEachOnce(index: CollectionIndex, bounds: IndexBounds): boolean {
  return [...index.multikeyFields].every((at) => at < bounds.fixed);
}

// Fields bound to one value cannot change the order, so an index on (customer, time) serves "one customer, by time". An array's order is
// that of its least or greatest element, whichever element it is bound to.
function directionFor(index: CollectionIndex, bounds: IndexBounds, sort: readonly KeyField[]): Direction {
  if (bounds.ranges.length !== 1 || !meetsEachOnce(index, bounds)) return undefined;
  const constant = index.spec.fields.slice(0, bounds.fixed).filter((_, at) => !index.multikeyFields.has(at));
  const fixed = new Set(constant.map(({ name }) => name));
  const open = sort.filter(({ name }) => !fixed.has(name));
  if (sameWay(index, bounds.fixed, open, false)) return 'forward';
  return sameWay(index, bounds.fixed, open, true) ? 'backward' : undefined;
}

function choose(collection: Collection, conditions: readonly Filter[], sort: readonly KeyField[]): Choice | undefined {
  const choices = collection.indexes.map((index): Choice => {
    const bounds = boundsFor(index, conditions);
    const direction = sort.length === 0 ? undefined : directionFor(index, bounds, sort);
    return { index, bounds, direction, score: bounds.points * 4 + (bounds.ranged ? 2 : 0) + (direction === undefined ? 0 : 1) };
  });
  const best = choices.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score > 0 ? best : undefined;
}

function* scan({ index, bounds, direction }: Choice): Generator<StoredRecord> {
  for (const { start, end } of bounds.ranges) {
    const pairs = direction === 'backward' ? index.tree.entriesReversed(end, undefined, true) : index.tree.entries(start);
    for (const [key, record] of pairs) {
      if (direction === 'backward' ? key < start : key >= end) break;
      yield record;
    }
  }
}

function idLookup(collection: Collection, conditions: readonly Filter[]): Plan | undefined {
  for (const condition of conditions) {
    if (!('path' in condition) || condition.path.length !== 1 || condition.path[0] !== '_id') continue;
    if (condition.kind !== 'eq' && condition.kind !== 'in') continue;
    const keys = condition.kind === 'in' ? [...condition.keys] : [condition.key];
    const candidates = keys.flatMap((key) => collection.records.get(key) ?? []);
    return { candidates, sorted: candidates.length < 2, exact: conditions.length === 1 };
  }
  return undefined;
}

// Every condition became points of the index. Null does not count: an index holds it for values that null does not match.
function isExact({ index, bounds }: Choice, conditions: readonly Filter[]): boolean {
  return !index.multikey && bounds.points === conditions.length && !conditions.some((condition) => {
    if (condition.kind === 'in') return condition.keys.has(NULL_KEY);
    return condition.kind !== 'eq' || condition.key === NULL_KEY;
  });
}

/** Chooses between `_id` lookup, an index and a scan of everything. */
export function planFor(collection: Collection, conditions: readonly Filter[], sort: readonly KeyField[]): Plan {
  const byId = idLookup(collection, conditions);
  if (byId !== undefined) return byId;
  const choice = choose(collection, conditions, sort);
  if (choice === undefined) return { candidates: collection.records.values(), sorted: false, exact: false };
  const candidates = meetsEachOnce(choice.index, choice.bounds) ? scan(choice) : new Set(scan(choice));
  return { candidates, sorted: choice.direction !== undefined, exact: isExact(choice, conditions) };
}
