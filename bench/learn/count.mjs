// Counts the pairs of orders in a file and picks the 50 best of each product, in a process of its own: node count.mjs tandem|threads|naive FILE ASOF
// Only counting and picking are timed: processor time of all threads. The peak of memory is that of the whole process, orders included.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

import { built } from '../built.mjs';
import { readOrders } from './orders-file.mjs';

const NEIGHBOURS = 50;
const MIN_CUSTOMERS = 3;
const THREADS = 2;

const { groupByOccasion } = await built('domain/learning/groups.js');
const { createPairCounter, DEFAULT_COUNTING_BYTES } = await built('domain/learning/count-pairs.js');
const { pairScores, supportedPairs } = await built('domain/learning/co-purchase.js');
const { sizeWeightedScorer } = await built('domain/cross-sell/score-pair.js');
const { DEFAULT_LEARNING_SETTINGS: settings } = await built('domain/learning/settings.js');
const { TopNeighbours } = await built('domain/learning/top-neighbours.js');

const nothing = (anchor, size) => ({ anchor, neighbours: new Uint32Array(0), together: new Int32Array(size), weights: new Float64Array(size), owners: new Int32Array(size) });

/** The product's counting, its conditions and its score, for a range of anchors. */
const countRange = ({ groups, bytes, from, until, occurrences }) => {
  const size = groups.products;
  const orders = createPairCounter(groups, { atLeast: MIN_CUSTOMERS, bytes, from, until, ...(occurrences && { occurrences }) });
  const unseen = nothing(0, size);
  const visits = { occurrences: { counts: new Uint32Array(size), weights: new Float64Array(size) } };
  const families = Uint32Array.from({ length: size }, (_, product) => product);
  const supportedOf = supportedPairs({ families, orders, visits, minCustomers: MIN_CUSTOMERS }, { variants: 0, substitutes: 0, tooFewCustomers: 0 });
  const scoreOf = pairScores(orders.occurrences.counts, sizeWeightedScorer());
  const top = new TopNeighbours(NEIGHBOURS);
  let pairs = 0;
  for (let anchor = from; anchor < until; anchor += 1) {
    const bought = orders.row(anchor);
    top.clear();
    for (const neighbour of supportedOf({ bought, viewed: unseen, owned: unseen })) top.offer(neighbour, scoreOf(bought, neighbour));
    pairs += top.size;
  }
  return pairs;
};

const groupsOf = ({ orders: facts, productIds }, asOf) =>
  groupByOccasion(facts, { productIds, asOf, halfLifeDays: settings.halfLifeDays, cap: settings.basketCap });

const countAlone = (facts, asOf) => {
  const groups = groupsOf(facts, asOf);
  return countRange({ groups, bytes: DEFAULT_COUNTING_BYTES, from: 0, until: groups.products });
};

/** Columns that threads share; those that come from the file are copied. */
const shared = (column) => {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const copy = new column.constructor(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
};

/** The same in threads, cut as learning cuts it. */
const prepareThreads = async () => {
  const { rangesOfEqualWork } = await built('domain/learning/anchor-ranges.js');
  const { countOccurrences } = await built('domain/learning/occurrences.js');
  return async (facts, asOf) => {
    const plain = groupsOf(facts, asOf);
    const groups = { ...plain, offsets: shared(plain.offsets), members: shared(plain.members), owners: shared(plain.owners), weights: shared(plain.weights) };
    const occurrences = countOccurrences(groups);
    const none = { groups: { ...groups, count: 0, offsets: new Uint32Array(1) }, occurrences: { counts: new Uint32Array(groups.products) } };
    const ranges = rangesOfEqualWork({ orders: { groups, occurrences }, visits: none, customers: none }, THREADS);
    const inThread = (range) =>
      new Promise((resolve, reject) => {
        const work = { groups, occurrences, bytes: DEFAULT_COUNTING_BYTES / ranges.length, ...range };
        new Worker(new URL(import.meta.url), { workerData: work }).once('message', resolve).once('error', reject);
      });
    return (await Promise.all(ranges.map(inThread))).reduce((sum, pairs) => sum + pairs, 0);
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

const measure = async (way, file, asOf) => {
  const count = await { tandem: () => countAlone, threads: prepareThreads, naive: prepareNaive }[way]();
  const facts = readOrders(file);
  const [before, began] = [process.cpuUsage(), performance.now()];
  const pairs = await count(facts, Number(asOf));
  const { user, system } = process.cpuUsage(before);
  const wallSeconds = (performance.now() - began) / 1000;
  console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, wallSeconds, peakMb: process.resourceUsage().maxRSS / 1024, pairs }));
};

if (isMainThread) await measure(...process.argv.slice(2));
else parentPort.postMessage(countRange(workerData));
