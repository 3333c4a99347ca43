// Measures one way of learning at one size, in a process of its own so that the peak of memory is its own: node measure.mjs learn|naive LINES
import { performance } from 'node:perf_hooks';
import { built } from '../built.mjs';
import { newestOrderAt, sizesOf, syntheticOrders } from './synthetic-shop.mjs';

const NEIGHBOURS = 50;
const MIN_SUPPORT = 3;

/** Facts made up while they are read; statistics are counted and forgotten, profiles left out. */
const learn = async (sizes) => {
  const { runLearning } = await built('learn/run-learning.js');
  const { DEFAULT_LEARNING_SETTINGS } = await built('domain/learning/settings.js');
  const facts = {
    newestOrderAt: async () => newestOrderAt,
    newestInteractionAt: async () => null,
    countOrders: async () => 0,
    countInteractions: async () => 0,
    baskets: async function* () { yield* syntheticOrders(sizes); },
    interactions: async function* () {},
    products: async function* () {},
    productsByIds: async () => new Map(),
    customerIds: async function* () {},
    customerFacts: async function* () {},
  };
  const models = { published: async () => null, stage: async () => {}, publish: async () => {}, sweep: async () => {} };
  const profiles = { revisions: async () => new Map(), swap: async () => [] };
  const { model, report } = await runLearning({ facts, models, profiles, now: () => new Date(), settings: DEFAULT_LEARNING_SETTINGS });
  return { orders: model.orders, products: model.products, orderLines: report.orderLines, pairs: model.pairs };
};

/** The obvious way: a map of maps of counts by id, then the most frequent neighbours with a lift above 1. Co-purchases only. */
const naive = async (sizes) => {
  const together = new Map();
  const single = new Map();
  let orders = 0;
  for (const { productIds } of syntheticOrders(sizes)) {
    orders += 1;
    const basket = [...new Set(productIds)];
    for (const a of basket) {
      single.set(a, (single.get(a) ?? 0) + 1);
      let row = together.get(a);
      if (row === undefined) together.set(a, (row = new Map()));
      for (const b of basket) if (a !== b) row.set(b, (row.get(b) ?? 0) + 1);
    }
  }
  let pairs = 0;
  for (const [a, row] of together) {
    const kept = [...row].filter(([b, count]) => count >= MIN_SUPPORT && (orders * count) / (single.get(a) * single.get(b)) > 1);
    pairs += kept.sort((x, y) => y[1] - x[1]).slice(0, NEIGHBOURS).length;
  }
  return { orders, products: single.size, pairs };
};

const [way, lines] = process.argv.slice(2);
const began = performance.now();
const counted = await { learn, naive }[way](sizesOf(Number(lines)));
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ ...counted, seconds, peakMb: process.resourceUsage().maxRSS / 1024 }));
