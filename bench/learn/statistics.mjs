// Learns all statistics of made-up orders, in a process of its own: node statistics.mjs LINES PRODUCTS
// The orders are made up while they are read; what is learned is counted and forgotten; profiles are left out.
import { built } from '../built.mjs';
import { newestOrderAt, sizesOf, syntheticOrders } from './synthetic-shop.mjs';

const { runLearning } = await built('learn/run-learning.js');
const { DEFAULT_LEARNING_SETTINGS } = await built('domain/learning/settings.js');

const sizes = sizesOf(...process.argv.slice(2).map(Number));
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

const before = process.cpuUsage();
for (const order of syntheticOrders(sizes)) void order;
const making = process.cpuUsage(before);
const { model } = await runLearning({ facts, models, profiles, now: () => new Date(), settings: DEFAULT_LEARNING_SETTINGS });
const { user, system } = process.cpuUsage(before);
// The orders are made up a second time while they are read.
const cpuSeconds = (user + system - 2 * (making.user + making.system)) / 1e6;
console.log(JSON.stringify({ cpuSeconds, peakMb: process.resourceUsage().maxRSS / 1024, pairs: model.pairs }));
