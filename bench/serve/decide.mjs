// What one decision costs from documents that are loaded, in one process, beside the same arithmetic by hand and, if a folder is named, another build:
// node bench/serve/decide.mjs [--before DIST] [--products 5000,50000] [--rounds N] [--only picks]. Runs the compiled program: build first.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { built } from '../built.mjs';
import { machine, median, number, table } from '../figures.mjs';
import { optionsOf } from '../options.mjs';
import { seeded } from '../learn/synthetic-shop.mjs';
import { decidingBy } from './deciding.mjs';
import { loadedReader, loadShop, notingReader } from './loaded-shop.mjs';
import { lowerBound } from './lower-bound.mjs';
import { madeUpShop } from './made-up-shop.mjs';

const { values: options } = optionsOf('node bench/serve/decide.mjs [--before DIST] [--products 5000,50000] [--rounds N] [--only picks]', {
  before: { type: 'text' },
  products: { type: 'numbers', default: [5_000, 50_000] },
  rounds: { type: 'number', default: 20 },
  only: { type: 'text', default: '' },
});
/** Different questions of a kind: enough that no one list is learned by heart. */
const QUESTIONS = 60;
const WARM_ROUNDS = 5;
const BASKET = 5;

const builtIn = (dist) => (path) => import(new URL(path, pathToFileURL(`${resolve(dist)}/`)));

/** Numbers of products, the ones that sell more often first. */
const someAnchors = (shop, count) => {
  const random = seeded(count);
  return Array.from({ length: count }, () => Math.floor(random() ** 2 * shop.size));
};

const questionsOf = (shop) => {
  const anchors = someAnchors(shop, QUESTIONS);
  const baskets = anchors.map((_, at) => [...new Set(Array.from({ length: BASKET }, (__, place) => anchors[(at + place * 7) % QUESTIONS]))]);
  const profiles = anchors.map((_, at) => shop.profile(at));
  const bound = lowerBound(shop);
  const complements = (name, lists, first) => ({
    name,
    questions: lists.map((list) => ({ lane: 'complements', anchorIds: list.map(shop.idOf), first, byHand: bound.complementsOf(list) })),
  });
  const picks = (name, first) => ({
    name,
    questions: profiles.map((profile) => ({ lane: 'picks', customerId: profile.customerId, first, byHand: bound.picksOf(profile) })),
  });
  const one = anchors.map((anchor) => [anchor]);
  return {
    kinds: [
      complements('complements, 1 anchor, first 4', one, 4),
      complements('complements, 1 anchor, first 100', one, 100),
      complements('complements, basket of 5, first 4', baskets, 4),
      picks('picks, 50 × 50, first 8', 8),
      picks('picks, 50 × 50, first 20', 20),
    ],
    needed: {
      anchors: [...new Set(anchors)],
      customers: profiles.map((_, at) => at),
      seeds: [...new Set(profiles.flatMap(({ products }) => products.map(({ productId }) => shop.numberOf(productId))))],
    },
  };
};

/** Processor milliseconds of the whole process, all threads, so that what is left to the garbage collector counts. */
const cpuNow = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timed = async (work) => {
  const before = cpuNow();
  const result = await work();
  return { result, cpuMs: cpuNow() - before };
};

/** What it costs to look at the clock: as much as a small decision. */
const looking = [];
for (let look = 0; look < 2_000; look += 1) looking.push((await timed(async () => null)).cpuMs);
const LOOK_MS = median(looking.slice(1_000));

const took = async (work) => {
  const { result, cpuMs } = await timed(work);
  return { result, cpuMs: Math.max(0, cpuMs - LOOK_MS) };
};

/** A build that decides, with what each question needs already known. */
const contestantOf = async (name, build, shop, needed, kinds) => {
  const { snapshot, store } = await loadShop(build, shop, needed);
  const deciding = await decidingBy(build, snapshot);
  const ready = new Map();
  for (const { questions } of kinds) {
    for (const question of questions) {
      const { asked, reader } = notingReader(store);
      const said = deciding.saidBy(await deciding[question.lane](question, reader));
      ready.set(question, { asked, said });
    }
  }
  return {
    name,
    said: (question) => ready.get(question).said,
    async decide(question) {
      const loading = await took(() => loadedReader(store, ready.get(question).asked));
      const decide = () => deciding[question.lane](question, loading.result);
      return { cpuMs: (await took(decide)).cpuMs, againMs: (await took(decide)).cpuMs, loadingMs: loading.cpuMs };
    },
  };
};

const byHand = {
  name: 'by hand, in typed arrays',
  decide: async ({ byHand: sum, first }) => {
    const decide = async () => sum(first);
    return { cpuMs: (await took(decide)).cpuMs, againMs: (await took(decide)).cpuMs, loadingMs: Number.NaN };
  },
};

/** Asks all questions of a kind of everybody, in turns. */
const measure = async (questions, contestants, rounds) => {
  const taken = contestants.map(() => ({ cpu: [], again: [], loading: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, question] of questions.entries()) {
      // Who goes first changes, so that nobody always follows the same one.
      for (let turn = 0; turn < contestants.length; turn += 1) {
        const at = (turn + round + place) % contestants.length;
        const { cpuMs, againMs, loadingMs } = await contestants[at].decide(question);
        taken[at].cpu.push(cpuMs);
        taken[at].again.push(againMs);
        taken[at].loading.push(loadingMs);
      }
    }
  }
  return taken;
};

const at = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
const shown = (value, digits = 3) => (Number.isNaN(value) ? '' : number(value, digits));

const HEAD = ['decision', 'decided', 'median ms', '÷ by hand', 'p99 ms', 'again, median ms', '÷ by hand', 'p99 ms', 'loading ms'];

/** One row for each contestant; the first decides by hand. */
const rowsOf = (kind, contestants, taken) => {
  const [byHandOnce, byHandAgain] = [median(taken[0].cpu), median(taken[0].again)];
  return taken.map(({ cpu, again, loading }, place) => {
    const [once, twice] = [median(cpu), median(again)];
    const figures = [shown(once), shown(once / byHandOnce, 1), shown(at(cpu, 0.99)), shown(twice), shown(twice / byHandAgain, 1), shown(at(again, 0.99))];
    return [kind, contestants[place].name, ...figures, shown(median(loading))];
  });
};

/** Measures one shop and prints what came out. */
const measureShop = async (size) => {
  const shop = madeUpShop(size);
  const { kinds: all, needed } = questionsOf(shop);
  const kinds = all.filter(({ name }) => name.includes(options.only));
  const now = await contestantOf('this build', built, shop, needed, kinds);
  const before = options.before === undefined ? [] : [await contestantOf('the build before', builtIn(options.before), shop, needed, kinds)];
  const differing = kinds.flatMap(({ questions }) => questions).filter((question) => before.some(({ said }) => said(question) !== now.said(question)));
  const contestants = [byHand, ...before, now];
  const rows = [];
  for (const { name, questions } of kinds) {
    await measure(questions, contestants, WARM_ROUNDS);
    rows.push(...rowsOf(name, contestants, await measure(questions, contestants, options.rounds)));
  }
  const answers = differing.length === 0 ? 'both builds gave the same answers' : `THE ANSWERS TO ${differing.length} QUESTIONS DIFFER`;
  console.log(`${number(size)} products${before.length === 0 ? '' : `; ${answers}`}\n\n${table(HEAD, rows)}\n`);
};

console.log(`${machine()}; ${options.rounds} rounds of ${QUESTIONS} questions; processor milliseconds of the process\n`);
for (const size of options.products) await measureShop(size);
