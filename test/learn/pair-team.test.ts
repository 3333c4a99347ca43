import { Worker } from 'node:worker_threads';

import { afterEach, describe, expect, it } from 'vitest';

import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { learnerWithTeam } from '../../src/learn/learner.js';
import { type PairTeam, teamOfThreads, ThreadFailed } from '../../src/learn/pair-team.js';
import type { PairTasks } from '../../src/learn/pair-tasks.js';
import { runLearning } from '../../src/learn/run-learning.js';
import { FactsInArrays, InMemoryModels, InMemoryProfiles } from '../support/in-memory-learning.js';
import { TODAY } from '../support/learning-facts.js';
import { EARLIER } from '../support/shop-of-sets.js';

const ANSWERS = "require('node:worker_threads').parentPort.on('message', ({ kind }) => require('node:worker_threads').parentPort.postMessage('done ' + kind));";
const NEVER_ANSWERS = "require('node:worker_threads').parentPort.on('message', () => undefined);";
const FAILS_AT_ONCE = "throw new Error('out of memory');";
const FAILS_ONCE_IT_ANSWERED = `${ANSWERS} require('node:worker_threads').parentPort.on('message', () => setTimeout(() => { throw new Error('out of memory'); }, 20));`;
const FAILS_WHEN_ASKED = "require('node:worker_threads').parentPort.on('message', () => { throw new Error('out of memory'); });";
const LEAVES = 'process.exit(0);';

const FAILED = 'a thread that counts pairs failed: out of memory. Nothing was published: run it again, with --threads 1 if it fails again';

/** Threads that do nothing with a task but what their code says. */
const TASK = { weighings: [], piece: 1, next: new Int32Array(1) } satisfies PairTasks['weighing'];

describe('a team of threads', () => {
  const workers: Worker[] = [];
  let teams: PairTeam[] = [];
  afterEach(async () => {
    for (const team of teams) await team.end();
    workers.length = 0;
    teams = [];
  });

  /** One thread for each code. */
  const teamOf = (...codes: readonly string[]): PairTeam => {
    const left = [...codes];
    const team = teamOfThreads(codes.length, () => {
      const worker = new Worker(left.shift() ?? '', { eval: true });
      workers.push(worker);
      return worker;
    });
    teams.push(team);
    return team;
  };
  const ended = async (place: number): Promise<void> => {
    const worker = workers[place];
    if (worker !== undefined && worker.threadId !== -1) await new Promise((resolve) => worker.once('exit', resolve));
  };

  it('is told what each of them answers, one task after another', async () => {
    const team = teamOf(ANSWERS, ANSWERS);
    expect(await Promise.all([team.ask(0, 'weighing', TASK), team.ask(1, 'weighing', TASK)])).toEqual(['done weighing', 'done weighing']);
    expect(await team.ask(1, 'weighing', TASK)).toBe('done weighing');
  });

  it('takes no second task of one who is at work: the first would never be answered', async () => {
    const team = teamOf(ANSWERS, ANSWERS);
    const first = team.ask(0, 'weighing', TASK);
    await expect(team.ask(0, 'weighing', TASK)).rejects.toThrow('thread 0 is at work');
    expect([await first, await team.ask(0, 'weighing', TASK)]).toEqual(['done weighing', 'done weighing']);
  });

  it('says so when it is asked, where one failed before anybody asked it', async () => {
    const team = teamOf(FAILS_AT_ONCE, ANSWERS);
    await ended(0);
    for (const member of [0, 1]) {
      const refusal: unknown = await team.ask(member, 'weighing', TASK).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(ThreadFailed);
      expect(String(refusal)).toBe(`ThreadFailed: ${FAILED}`);
    }
  });

  it('lets nobody wait for the others where one failed between two tasks', async () => {
    const team = teamOf(FAILS_ONCE_IT_ANSWERED, NEVER_ANSWERS);
    const waiting = team.ask(1, 'weighing', TASK);
    const [answered, refused] = await Promise.allSettled([team.ask(0, 'weighing', TASK), waiting]);
    expect(answered).toEqual({ status: 'fulfilled', value: 'done weighing' });
    expect(refused).toMatchObject({ status: 'rejected', reason: { message: FAILED } });
    await team.end();
    expect(workers.map(({ threadId }) => threadId)).toEqual([-1, -1]);
  });

  it('fails with the task at which one of them fails', async () => {
    await expect(teamOf(FAILS_WHEN_ASKED).ask(0, 'weighing', TASK)).rejects.toThrow(FAILED);
  });

  it('fails where one of them leaves', async () => {
    const team = teamOf(LEAVES);
    await ended(0);
    await expect(team.ask(0, 'weighing', TASK)).rejects.toThrow('a thread that counts pairs failed: it ended without an answer');
  });

  it('goes home without a word where all that was asked is answered', async () => {
    const team = teamOf(FAILS_ONCE_IT_ANSWERED, ANSWERS);
    await team.ask(0, 'weighing', TASK);
    await ended(0);
    await expect(team.end()).resolves.toBeUndefined();
  });

  it('publishes nothing of a learning run in which a thread failed, and ends the others', async () => {
    const models = new InMemoryModels();
    const learner = learnerWithTeam(() => teamOf(FAILS_AT_ONCE, NEVER_ANSWERS));
    const stores = { facts: new FactsInArrays({ orders: EARLIER }), models, profiles: new InMemoryProfiles() };
    await expect(runLearning({ ...stores, learner, now: () => TODAY, settings: DEFAULT_LEARNING_SETTINGS })).rejects.toThrow(FAILED);
    expect([await models.published(), models.documents.size, workers.map(({ threadId }) => threadId)]).toEqual([null, 0, [-1, -1]]);
  });
});
