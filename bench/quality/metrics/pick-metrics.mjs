import { coverageOf } from './complement-metrics.mjs';
import { meanOf, summaryOf } from './mean.mjs';

/** What a hit at a place is worth: 1 at the first, less further down. */
const gain = (place) => 1 / Math.log2(place + 1);

const gainOfFirst = (count) => Array.from({ length: count }, (_, at) => gain(at + 1)).reduce((sum, one) => sum + one, 0);

/** Share of the truth among the first `most` of a list. */
export const recallAt = (list, truth, most) => list.slice(0, most).filter((product) => truth.has(product)).length / truth.size;

const dcgAt = (list, truth, most) =>
  list.slice(0, most).reduce((sum, product, at) => sum + (truth.has(product) ? gain(at + 1) : 0), 0);

/** NDCG: the ideal list has as many hits as fit into the first `most` places. */
export const ndcgAt = (list, truth, most) => dcgAt(list, truth, most) / gainOfFirst(Math.min(most, truth.size));

/** The same with an ideal list of the whole truth, however long, as the code of TIFU-KNN and Reality Check has it. */
export const uncutNdcgAt = (list, truth, most) => dcgAt(list, truth, most) / gainOfFirst(truth.size);

/** Whether anything of the truth is among the first `most` of a list. */
export const hasHitAt = (list, truth, most) => (list.slice(0, most).some((product) => truth.has(product)) ? 1 : 0);

/**
 * A scored customer: the list, the list of products never bought before (null for a method that has none), the truth and what was bought.
 * @typedef {{ list: readonly number[], novelList: readonly number[] | null, truth: ReadonlySet<number>, bought: ReadonlySet<number> }} ScoredCustomer
 */

const split = ({ truth, bought, ...rest }) => ({
  ...rest,
  truth,
  repeats: new Set([...truth].filter((product) => bought.has(product))),
  novel: new Set([...truth].filter((product) => !bought.has(product))),
});

const over = (customers, valueOf) => (customers.length === 0 ? null : summaryOf(customers.map(valueOf)));

/**
 * The figures of lists of picks. Every customer weighs 1; repeats and novel products are averaged over the customers who have such.
 * @param {readonly ScoredCustomer[]} customers
 * @param {number} products Size of the catalogue.
 */
export const pickMetrics = (customers, products) => {
  const all = customers.map(split);
  const [withRepeats, withNovel] = [all.filter(({ repeats }) => repeats.size > 0), all.filter(({ novel }) => novel.size > 0)];
  const withList = withNovel.filter(({ novelList }) => novelList !== null);
  return {
    recall10: over(all, ({ list, truth }) => recallAt(list, truth, 10)),
    recall20: over(all, ({ list, truth }) => recallAt(list, truth, 20)),
    ndcg10: over(all, ({ list, truth }) => ndcgAt(list, truth, 10)),
    ndcg20: over(all, ({ list, truth }) => ndcgAt(list, truth, 20)),
    uncutNdcg10: over(all, ({ list, truth }) => uncutNdcgAt(list, truth, 10)),
    phr10: over(all, ({ list, truth }) => hasHitAt(list, truth, 10)),
    repeat10: over(withRepeats, ({ list, repeats }) => recallAt(list, repeats, 10)),
    novel10: over(withNovel, ({ list, novel }) => recallAt(list, novel, 10)),
    novelOnly10: over(withList, ({ novelList, novel }) => recallAt(novelList, novel, 10)),
    coverage: coverageOf(all.map(({ list }) => list.slice(0, 10)), products),
    repeatShare: meanOf(all.map(({ truth, repeats }) => repeats.size / truth.size)),
  };
};
