/**
 * What training is to the baselines: baskets as numbers. Products are numbered by popularity, most baskets first and then by id, so that
 * the lower number wins every tie and 0, 1, 2 … is the popularity list.
 * @typedef {{
 *   ids: readonly string[], numbers: ReadonlyMap<string, number>, products: number, baskets: readonly Int32Array[],
 *   counts: Float64Array, holders: readonly Int32Array[], headSize: number,
 * }} Facts
 */

/** The head is the products that make the first third of all training lines. */
const HEAD_SHARE = 1 / 3;

const headSizeOf = (counts) => {
  const lines = counts.reduce((sum, count) => sum + count, 0);
  let [seen, size] = [0, 0];
  while (size < counts.length && seen < lines * HEAD_SHARE) seen += counts[size++];
  return size;
};

const holdersOf = (baskets, counts) => {
  const holders = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(counts.length);
  baskets.forEach((basket, at) => {
    for (const product of basket) holders[product][filled[product]++] = at;
  });
  return holders;
};

const countedProducts = (lists) => {
  const counted = new Map();
  for (const list of lists) for (const id of new Set(list)) counted.set(id, (counted.get(id) ?? 0) + 1);
  return [...counted].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};

/**
 * Numbers the products of baskets, and behind them those that are in none.
 * @param {Iterable<readonly string[]>} lists The products of each training basket; repeats count once.
 * @param {readonly string[]} unsold
 * @returns {Facts}
 */
export const factsOf = (lists, unsold = []) => {
  const all = [...lists];
  const ranked = [...countedProducts(all), ...unsold.toSorted().map((id) => [id, 0])];
  const numbers = new Map(ranked.map(([id], number) => [id, number]));
  const counts = Float64Array.from(ranked, ([, count]) => count);
  const baskets = all.map((list) => Int32Array.from(new Set(list), (id) => numbers.get(id)));
  return {
    ids: ranked.map(([id]) => id),
    numbers,
    products: ranked.length,
    baskets,
    counts,
    holders: holdersOf(baskets, counts),
    headSize: headSizeOf(counts),
  };
};

/**
 * The same products and numbers, counted over other baskets.
 * @param {Facts} facts
 * @param {readonly (readonly number[])[]} lists Product numbers; repeats count once.
 * @returns {Facts}
 */
export const renumbered = (facts, lists) => {
  const baskets = lists.map((list) => Int32Array.from(new Set(list)));
  const counts = new Float64Array(facts.products);
  for (const basket of baskets) for (const product of basket) counts[product] += 1;
  return { ...facts, baskets, counts, holders: holdersOf(baskets, counts) };
};

/** Numbers of the known ones among some products. */
export const numbersOf = (facts, ids) => ids.flatMap((id) => facts.numbers.get(id) ?? []);
