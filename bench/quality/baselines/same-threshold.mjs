// Baselines kept to pairs of as many customers as the product asks for, so that what its threshold costs is told apart from what its formula finds.
import { built } from '../../built.mjs';
import { productsOf } from '../datasets/baskets.mjs';
import { renumbered } from '../facts.mjs';
import { PAIR_SCORES } from './pair-scores.mjs';

const FLAG = '--min-customers';
const COMPARED = ['co-count', 'size-weighted b=0', 'size-weighted b=.2'];

/** Distinct customers that must have bought both products of a pair, by these flags of `tandem learn`. */
export const minCustomersOf = async (flags) => {
  const { DEFAULT_LEARNING_SETTINGS } = await built('domain/learning/settings.js');
  const words = flags.flatMap((flag) => flag.split('='));
  const at = words.lastIndexOf(FLAG);
  return at === -1 ? DEFAULT_LEARNING_SETTINGS.minCustomers : Number(words[at + 1]);
};

/** What each customer bought in all, in product numbers; an order without a customer counts as one of its own. */
const customersOf = (orders, facts) => {
  const own = new Map();
  for (const order of orders) {
    const name = order.customerId === null ? `order ${order.id}` : `customer ${order.customerId}`;
    const known = own.get(name);
    if (known === undefined) own.set(name, [order]);
    else known.push(order);
  }
  return renumbered(facts, Array.from(own.values(), (all) => productsOf(all).map((product) => facts.numbers.get(product))));
};

/**
 * Which products so many of an anchor's customers bought as well. What it answers for one anchor holds until it is asked for the next.
 * @param {import('../facts.mjs').Facts} customers Each customer as one basket.
 * @returns {(anchor: number) => (other: number) => boolean}
 */
export const boughtByEnough = ({ products, baskets, holders }, least) => {
  const counts = new Uint32Array(products);
  return (anchor) => {
    counts.fill(0);
    for (const at of holders[anchor]) for (const other of baskets[at]) counts[other] += 1;
    return (other) => counts[other] >= least;
  };
};

/**
 * The compared baselines and which pairs they are kept to; null where any pair will do, as then they are the same ones again.
 * @param {readonly import('../shapes.mjs').Order[]} orders
 */
export const sameThreshold = async (orders, facts, flags) => {
  const least = await minCustomersOf(flags);
  if (least === 1) return null;
  const scores = Object.fromEntries(COMPARED.map((name) => [`${name}, ${least} customers`, PAIR_SCORES[name]]));
  return { scores, keptOf: boughtByEnough(customersOf(orders, facts), least) };
};
