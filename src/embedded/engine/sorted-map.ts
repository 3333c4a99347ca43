import { createRequire } from 'node:module';

/** A string-keyed map in key order, from the `sorted-btree` package. */
export interface SortedMap<V> {
  readonly size: number;
  set(key: string, value: V): boolean;
  delete(key: string): boolean;
  /** The pair with this key, or else the next higher one. */
  getPairOrNextHigher(key: string): [string, V] | undefined;
  /** Pairs from `lowest` up. */
  entries(lowest?: string): IterableIterator<[string, V]>;
  /** Pairs from just below `highest` down. */
  entriesReversed(highest?: string, reused?: [string, V], skipHighest?: boolean): IterableIterator<[string, V]>;
}

type SortedMapClass = new <V>(entries: undefined, compare: (left: string, right: string) => number) => SortedMap<V>;

// The package is CommonJS with a `default` property, which module loaders unwrap differently; `require` sees it the same way everywhere.
const { default: BTree } = createRequire(import.meta.url)('sorted-btree') as { default: SortedMapClass };

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** @returns an empty map. */
export function sortedMap<V>(): SortedMap<V> {
  return new BTree<V>(undefined, compare);
}
