// What a list is worth on the day a product comes in: some products are hidden from all that is learned from, and asked about.
import { seeded } from '../../learn/synthetic-shop.mjs';
import { QualityProblem } from '../problem.mjs';
import { knownProducts } from './baskets.mjs';
import { bucketOf, seedOf } from './bucket.mjs';
import { draw, MOST_CASES } from './draw-cases.mjs';

const PREFIX = 'cold:';

/** Pairs of a cold query and a hidden product that is not, up to as many as of any basket. */
const coldCases = (isCold) => ({ id, productIds }) => {
  const hidden = productIds.filter((product) => !isCold(product));
  const pairs = productIds.filter(isCold).flatMap((query) => hidden.map((product) => [query, product]));
  return { id, productIds, one: draw(pairs, MOST_CASES, seeded(seedOf(PREFIX, id))), all: [] };
};

const withoutCold = (isCold) => (order) => ({ ...order, lines: order.lines.filter(({ productId }) => !isCold(productId)) });

const titlesIn = (orders) => new Map(orders.flatMap(({ lines }) => lines.map(({ productId, title }) => [productId, title])));

/**
 * The data set as if a share of its products had never been sold or looked at, always the same ones: the catalogue knows them, with title and
 * group. Complements of each are asked for, and found among the others. Throws QualityProblem where there is nothing to ask.
 * @param {import('../shapes.mjs').Dataset} dataset
 * @param {number} share Above 0, below 1.
 * @returns {import('../shapes.mjs').Dataset}
 */
export const withColdProducts = (dataset, share) => {
  if (dataset.complements === null) throw new QualityProblem(`${dataset.name} has no baskets to ask about cold products with`);
  const { training, baskets, now } = dataset.complements;
  const cold = new Set([...knownProducts(training.orders)].filter((product) => bucketOf(PREFIX, product) < 100 * share));
  const isCold = (product) => cold.has(product);
  const asked = baskets.map(coldCases(isCold)).filter(({ one }) => one.length > 0);
  if (asked.length === 0) throw new QualityProblem(`No basket of ${dataset.name} holds one of ${cold.size} cold products and another one`);
  const unsold = Array.from(titlesIn(training.orders), ([productId, title]) => ({ productId, title })).filter(({ productId }) => isCold(productId));
  const orders = training.orders.map(withoutCold(isCold)).filter(({ lines }) => lines.length > 0);
  const interactions = training.interactions.filter(({ productId }) => !isCold(productId));
  return {
    ...dataset,
    protocol: [...dataset.protocol, `cold products: ${cold.size} are in the catalogue and in nothing that is learned from; each query is one of them, each hidden product is none`],
    complements: { training: { ...training, orders, interactions, unsold }, baskets: asked, now },
    picks: null,
  };
};
