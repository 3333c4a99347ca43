// What one list costs: asked alone with a reader of its own as over GraphQL, and decided from documents that are in memory already.
import { performance } from 'node:perf_hooks';

import { heldReader } from './held-reader.mjs';

const SAMPLE = 200;
const WARM_UP = 50;
const ROUNDS = 5;

const evenly = (things) => {
  const step = Math.max(1, Math.floor(things.length / SAMPLE));
  return things.filter((_, at) => at % step === 0).slice(0, SAMPLE);
};

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Median and 99th percentile of the milliseconds that each question took, and processor milliseconds per question of this process. */
const measure = async (questions, ask) => {
  const taken = [];
  const before = process.cpuUsage();
  for (const question of questions) {
    const began = performance.now();
    await ask(question);
    taken.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  const sorted = taken.toSorted((a, b) => a - b);
  return { medianMs: at(sorted, 0.5), p99Ms: at(sorted, 0.99), cpuMs: (user + system) / 1000 / questions.length };
};

/**
 * Times some questions, one after another.
 * @template Q
 * @param {readonly Q[]} questions
 * @param {(question: Q, reader: unknown) => Promise<unknown>} ask
 * @param {() => unknown} freshReader
 * @param {() => Promise<{ cpuMs: number } | null>} storeUsage Processor time of the store's process, null where it is not ours.
 */
export const timeLists = async (questions, ask, freshReader, storeUsage) => {
  const sample = evenly(questions);
  for (const question of sample.slice(0, WARM_UP)) await ask(question, freshReader());
  const before = await storeUsage();
  const request = await measure(sample, (question) => ask(question, freshReader()));
  const after = await storeUsage();
  const held = heldReader(freshReader());
  for (const question of sample) await ask(question, held);
  const decision = await measure(Array.from({ length: ROUNDS }, () => sample).flat(), (question) => ask(question, held));
  return { request, decision, storeCpuMs: before === null ? null : (after.cpuMs - before.cpuMs) / sample.length, asked: sample.length };
};
