// Counts the pairs of orders in a file and picks the 50 best of each product, in a process of its own: node count.mjs tandem|naive FILE ASOF
// Only counting and picking are timed: processor time of all threads. The peak of memory is that of the whole process, orders included.
import { built } from '../built.mjs';
import { readOrders } from './orders-file.mjs';

const NEIGHBOURS = 50;
const MIN_CUSTOMERS = 3;

/** The product's counting, its conditions and its score. */
const prepareTandem = async () => {
  const { groupByOccasion } = await built('domain/learning/groups.js');
  const { createPairCounter } = await built('domain/learning/count-pairs.js');
  const { pairScores, supportedPairs } = await built('domain/learning/co-purchase.js');
  const { sizeWeightedScorer } = await built('domain/cross-sell/score-pair.js');
  const { DEFAULT_LEARNING_SETTINGS: settings } = await built('domain/learning/settings.js');
  const { TopNeighbours } = await built('domain/learning/top-neighbours.js');
  const nothing = (anchor, size) => ({ anchor, neighbours: new Uint32Array(0), together: new Int32Array(size), weights: new Float64Array(size), owners: new Int32Array(size) });
  return ({ orders: facts, productIds }, asOf) => {
    const size = productIds.length;
    const groups = groupByOccasion(facts, { productIds, asOf, halfLifeDays: settings.halfLifeDays, cap: settings.basketCap });
    const orders = createPairCounter(groups, { atLeast: MIN_CUSTOMERS });
    const unseen = nothing(0, size);
    const visits = { occurrences: { counts: new Uint32Array(size), weights: new Float64Array(size) } };
    const families = Uint32Array.from(productIds.keys());
    const supportedOf = supportedPairs({ families, orders, visits, minCustomers: MIN_CUSTOMERS }, { variants: 0, substitutes: 0, tooFewCustomers: 0 });
    const scoreOf = pairScores(orders.occurrences, sizeWeightedScorer());
    const top = new TopNeighbours(NEIGHBOURS);
    let pairs = 0;
    for (let anchor = 0; anchor < size; anchor += 1) {
      const bought = orders.row(anchor);
      top.clear();
      for (const neighbour of supportedOf({ bought, viewed: unseen, owned: unseen })) top.offer(neighbour, scoreOf(bought, neighbour));
      pairs += top.products().length;
    }
    return pairs;
  };
};

/** The obvious way: a map of maps of counts, then the most frequent neighbours with a lift above 1. */
const prepareNaive = async () => ({ orders: { count, offsets, products }, productIds }) => {
  const together = productIds.map(() => new Map());
  const single = productIds.map(() => 0);
  for (let order = 0; order < count; order += 1) {
    const basket = products.subarray(offsets[order], offsets[order + 1]);
    for (const a of basket) {
      single[a] += 1;
      for (const b of basket) if (a !== b) together[a].set(b, (together[a].get(b) ?? 0) + 1);
    }
  }
  let pairs = 0;
  together.forEach((row, a) => {
    const kept = [...row].filter(([b, times]) => times >= MIN_CUSTOMERS && (count * times) / (single[a] * single[b]) > 1);
    pairs += kept.sort((x, y) => y[1] - x[1]).slice(0, NEIGHBOURS).length;
  });
  return pairs;
};

const [way, file, asOf] = process.argv.slice(2);
const count = await { tandem: prepareTandem, naive: prepareNaive }[way]();
const facts = readOrders(file);
const before = process.cpuUsage();
const pairs = count(facts, Number(asOf));
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024, pairs }));
