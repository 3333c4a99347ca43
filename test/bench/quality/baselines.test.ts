import { describe, expect, it } from 'vitest';

import { harness } from './harness.js';

interface Facts {
  readonly ids: readonly string[];
  readonly headSize: number;
  readonly products: number;
}
interface Neighbours {
  readonly products: Int32Array;
  readonly scores: Float64Array;
}
interface Lists {
  one(anchor: number): readonly number[];
  basket(anchors: readonly number[]): Iterable<number>;
}
interface Scores {
  readonly touched: ReadonlySet<number>;
  get(product: number): number;
}
type KeptOf = (anchor: number) => (other: number) => boolean;
type History = readonly (readonly number[])[];

const { factsOf } = await harness<{ factsOf(lists: readonly (readonly string[])[]): Facts }>('facts.mjs');
const { topOf, padded } = await harness<{
  topOf(candidates: Iterable<number>, scoreOf: (product: number) => number, most: number): Neighbours;
  padded(list: readonly number[], most: number, hidden: readonly number[], products: number): readonly number[];
}>('baselines/top.mjs');
const { PAIR_SCORES } = await harness<{ PAIR_SCORES: Readonly<Record<string, unknown>> }>('baselines/pair-scores.mjs');
const { storeNeighbours, neighbourLists } = await harness<{
  storeNeighbours(facts: Facts, scores: object, most?: number, keptOf?: KeptOf): Readonly<Record<string, readonly Neighbours[]>>;
  neighbourLists(stored: readonly Neighbours[], facts: Facts): Lists;
}>('baselines/stored-neighbours.mjs');
const { minCustomersOf, sameThreshold } = await harness<{
  minCustomersOf(flags: readonly string[]): Promise<number>;
  sameThreshold(orders: readonly object[], facts: Facts, flags: readonly string[]): Promise<{ scores: object; keptOf: KeptOf } | null>;
}>('baselines/same-threshold.mjs');
const { invertInPlace } = await harness<{ invertInPlace(matrix: Float64Array, size: number): void }>('baselines/invert.mjs');
const { tifuVector } = await harness<{
  tifuVector(history: History, parameters: { groups: number; basketDecay: number; groupDecay: number }): { products: Int32Array; weights: Float64Array };
}>('baselines/tifu-vectors.mjs');
const { DenseScores } = await harness<{ DenseScores: new (products: number) => Scores }>('baselines/dense-scores.mjs');
const { topFrequencyByRecency, topFrequencyFirstSeen } = await harness<
  Record<'topFrequencyByRecency' | 'topFrequencyFirstSeen', (history: History, scores: Scores) => void>
>('baselines/personal.mjs');

/** Tea in all four baskets, jam in two, milk and rice in one each. */
const BASKETS = [['tea', 'jam', 'milk'], ['jam', 'tea', 'tea'], ['tea', 'rice'], ['tea']];

const scoresOf = (name: string, anchor: number): Readonly<Record<string, number>> => {
  const facts = factsOf(BASKETS);
  const found = storeNeighbours(facts, { [name]: PAIR_SCORES[name] })[name]?.[anchor];
  return Object.fromEntries([...(found?.products ?? [])].map((product, at) => [facts.ids[product] ?? '', found?.scores[at] ?? 0]));
};

const ranked = (add: (history: History, scores: Scores) => void, history: History): readonly number[] => {
  const scores = new DenseScores(10);
  add(history, scores);
  return [...topOf(scores.touched, (product) => scores.get(product), 10).products];
};

describe('Baselines of the quality harness', () => {
  it('number products by popularity, ties by id, and call head what makes the first third of lines', () => {
    const facts = factsOf(BASKETS);
    expect(facts.ids).toEqual(['tea', 'jam', 'milk', 'rice']);
    expect(facts.headSize).toBe(1);
  });

  it('rank by score, then by the lower number, and leave out what scores nothing', () => {
    const scores = [1, 3, 3, 0, 2, 3];
    expect([...topOf(scores.keys(), (product) => scores[product] ?? 0, 3).products]).toEqual([1, 2, 5]);
    expect([...topOf(scores.keys(), (product) => scores[product] ?? 0, 9).products]).toEqual([1, 2, 5, 4, 0]);
  });

  it('fill short lists up with the popular products that are not in them and not hidden', () => {
    expect(padded([2], 4, [0], 9)).toEqual([2, 1, 3, 4]);
  });

  it('count baskets with both, once per basket', () => {
    expect(scoresOf('co-count', 0)).toEqual({ jam: 2, milk: 1, rice: 1 });
  });

  it('let a larger basket say less of each of its pairs', () => {
    // Jam and tea meet in a basket of three and in one of two; tea weighs 1/√2 + 1 + 1 + 1 with the basket of one.
    const tea = Math.SQRT1_2 + 3;
    expect(scoresOf('size-weighted b=0', 0)['jam']).toBeCloseTo((Math.SQRT1_2 + 1) / tea, 12);
    const jam = Math.SQRT1_2 + 1;
    expect(scoresOf('size-weighted b=.2', 0)['jam']).toBeCloseTo(jam / (tea ** 0.8 * (jam + 2) ** 0.2), 12);
  });

  it('give the log-likelihood ratio of pairs that attract each other only', () => {
    // Of four baskets jam is in two and milk in one of these: 2·(ln-sums) by hand is 2·(4 ln 4 − 3 ln 3 − 2·2 ln 2 + 2 ln 2).
    const expected = 2 * (2 * Math.log(2) + 4 * Math.log(4) - 2 * (2 * Math.log(2)) - 3 * Math.log(3));
    expect(scoresOf('LLR', 1)['milk']).toBeCloseTo(expected, 12);
    expect(scoresOf('LLR', 0)).toEqual({});
  });

  it('add up stored neighbours for a basket and leave its own products out', () => {
    const facts = factsOf(BASKETS);
    const lists = neighbourLists(storeNeighbours(facts, { 'co-count': PAIR_SCORES['co-count'] })['co-count'] ?? [], facts);
    expect([...lists.basket([0, 1])]).toEqual([2, 3]);
    expect(lists.one(3)).toEqual([0, 1, 2]);
  });

  describe('kept to pairs of as many customers as the product asks for', () => {
    const order = (id: string, customerId: string | null, ids: readonly string[]) => ({ id, customerId, lines: ids.map((productId) => ({ productId })) });
    /** Tea and jam: Ann twice and two orders of nobody known. Tea and milk: Ann alone. Tea and rice: Ann, and Bob in two orders. */
    const orders = [
      order('o1', 'ann', ['tea', 'jam', 'milk']),
      order('o2', 'ann', ['tea', 'jam', 'rice']),
      order('o3', null, ['tea', 'jam']),
      order('o4', null, ['tea', 'jam']),
      order('o5', 'bob', ['tea']),
      order('o6', 'bob', ['rice']),
    ];
    const facts = factsOf(orders.map(({ lines }) => lines.map(({ productId }) => productId)));
    const besideTea = async (least: number) => {
      const kept = await sameThreshold(orders, facts, ['--min-customers', String(least)]);
      const stored = kept === null ? {} : storeNeighbours(facts, kept.scores, 100, kept.keptOf);
      return Object.entries(stored).map(([name, rows]) => [name, [...(rows[facts.ids.indexOf('tea')]?.products ?? [])].map((product) => facts.ids[product])]);
    };

    it('count distinct customers over all their orders, and an order of nobody known as one of its own', async () => {
      expect(await besideTea(3)).toEqual([
        ['co-count, 3 customers', ['jam']],
        ['size-weighted b=0, 3 customers', ['jam']],
        ['size-weighted b=.2, 3 customers', ['jam']],
      ]);
      expect((await besideTea(2))[0]).toEqual(['co-count, 2 customers', ['jam', 'rice']]);
      expect((await besideTea(4))[0]).toEqual(['co-count, 4 customers', []]);
    });

    it('are not told apart where any pair may be published', async () => {
      expect(await besideTea(1)).toEqual([]);
    });

    it('follow the flags of learning, and its default', async () => {
      expect(await Promise.all([[], ['--min-customers', '5'], ['--min-customers=2', '--neighbours', '9']].map(minCustomersOf))).toEqual([3, 5, 2]);
    });
  });

  it('break ties of frequency by what was bought last, or by what was seen first', () => {
    const history = [[1, 2], [3], [1, 4]];
    expect(ranked(topFrequencyByRecency, history)).toEqual([1, 4, 3, 2]);
    expect(ranked(topFrequencyFirstSeen, history)).toEqual([1, 2, 3, 4]);
  });

  it('decay the vectors of TIFU-KNN by basket and by group, newer groups the larger', () => {
    const parameters = { groups: 2, basketDecay: 0.5, groupDecay: 0.1 };
    const { products, weights } = tifuVector([[0], [1], [2]], parameters);
    // Groups are the first basket, and the other two on average; the older group weighs a tenth, both are halved.
    expect([...products]).toEqual([0, 1, 2]);
    expect([...weights]).toEqual([(0.1 * 0.25) / 2, (0.5 / 2) / 2, (1 / 2) / 2]);
  });

  it('invert a matrix', () => {
    const matrix = Float64Array.from([4, 2, 2, 3]);
    invertInPlace(matrix, 2);
    [3 / 8, -2 / 8, -2 / 8, 4 / 8].forEach((value, at) => expect(matrix[at]).toBeCloseTo(value, 12));
  });
});
