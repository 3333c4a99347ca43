/** Remembers keys, the most recent ones at least: between half of `most` and `most` of them, whatever comes. */
export interface RecentKeys {
  has(key: string): boolean;
  add(key: string): void;
}

/** Opens a memory that forgets by halves: that costs nothing per key, and what was forgotten is only written down once more. */
export const createRecentKeys = (most: number): RecentKeys => {
  let young = new Set<string>();
  let old = new Set<string>();
  return {
    has: (key) => young.has(key) || old.has(key),
    add: (key) => {
      if (young.size >= most / 2) [old, young] = [young, new Set()];
      young.add(key);
    },
  };
};
