// Learns all statistics of made-up orders, in a process of its own: node statistics.mjs LINES PRODUCTS THREADS
// The orders are made up while they are read; what is learned is counted and forgotten; profiles are left out.
import { built } from '../built.mjs';
import { newestOrderAt, sizesOf, syntheticOrders } from './synthetic-shop.mjs';

const { runLearning } = await built('learn/run-learning.js');
const { learnerInThreads } = await built('learn/learner.js');
const { DEFAULT_LEARNING_SETTINGS } = await built('domain/learning/settings.js');

const [lines, products, threads] = process.argv.slice(2).map(Number);
const sizes = sizesOf(lines, products);
const facts = {
  newestOrderAt: async () => newestOrderAt,
  newestInteractionAt: async () => null,
  countOrders: async () => 0,
  countInteractions: async () => 0,
  baskets: async function* () { yield* syntheticOrders(sizes); },
  interactions: async function* () {},
  products: async function* () {},
  catalogueRevision: async () => 0,
  productsByIds: async () => new Map(),
  customerIds: async function* () {},
  customerFacts: async function* () {},
};
const models = { published: async () => null, stage: async () => {}, publish: async () => {}, sweep: async () => {} };
const profiles = { revisions: async () => new Map(), swap: async () => [] };

const before = process.cpuUsage();
for (const order of syntheticOrders(sizes)) void order;
const making = process.cpuUsage(before);
const began = performance.now();
const { model } = await runLearning({ facts, models, profiles, now: () => new Date(), settings: DEFAULT_LEARNING_SETTINGS, learner: learnerInThreads(threads) });
const wallSeconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(before);
// The orders are made up a second time while they are read.
const cpuSeconds = (user + system - 2 * (making.user + making.system)) / 1e6;
console.log(JSON.stringify({ cpuSeconds, wallSeconds, peakMb: process.resourceUsage().maxRSS / 1024, pairs: model.pairs }));
