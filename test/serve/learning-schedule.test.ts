import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { ModelComparison } from '../../src/domain/learning/drift-guard.js';
import { learnInOwnProcess, type LearningEnd, parseDuration, scheduleLearning } from '../../src/serve/learning-schedule.js';
import { createLog } from '../../src/server/log.js';

const WORSE: ModelComparison = { verdict: 'WORSE', orders: 120, published: 0.4, rival: 0.2, margin: 0.05 };

const ended = (code: number, withheld: ModelComparison | null = null): LearningEnd => ({ code, withheld });

describe('a duration', () => {
  it.each([
    ['10s', 10_000],
    ['30m', 1_800_000],
    ['1h', 3_600_000],
    ['1d', 86_400_000],
    ['30d', 2_592_000_000],
  ])('%s is understood', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '1', 'h', '9s', '31d', '-1h', '1.5h', '1w', '1h30m'])('%j is refused', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('scheduled learning', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits a whole interval after each run, whether it worked, failed or could not start', async () => {
    const outcomes: (LearningEnd | Error)[] = [ended(0), ended(1), new Error('no process'), ended(1, WORSE)];
    let runs = 0;
    const learn = async (): Promise<LearningEnd> => {
      const outcome = outcomes[runs++] ?? ended(0);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      if (outcome instanceof Error) throw outcome;
      return outcome;
    };
    const stop = scheduleLearning(10_000, learn, createLog('silent'));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(runs).toBe(0);
    await vi.advanceTimersByTimeAsync(3 * 15_000 + 1);
    expect(runs).toBe(4);
    stop();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(runs).toBe(4);
  });

  it('warns with the figures when what was learned is worse and was withheld, and goes on', async () => {
    const lines: string[] = [];
    const log = createLog('info', new Writable({ write: (line, _, done) => (lines.push(String(line)), done()) }));
    const outcomes = [ended(1, WORSE), ended(1), ended(0)];
    const stop = scheduleLearning(10_000, async () => outcomes.shift() ?? ended(0), log);
    await vi.advanceTimersByTimeAsync(30_000);
    stop();
    const told = lines.map((line) => JSON.parse(line) as { level: string; msg: string; comparison?: ModelComparison });
    expect(told.map(({ level }) => level)).toEqual(['warn', 'error', 'info']);
    expect(told[0]).toMatchObject({ comparison: WORSE, msg: expect.stringContaining('tandem learn --force') as unknown });
  });
});

describe('learning in a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-schedule-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const learn = async (script: string): Promise<LearningEnd> => {
    const file = join(folder, 'main.mjs');
    writeFileSync(file, script);
    const run = learnInOwnProcess(file, { uri: 'mongodb://nowhere/', database: 'shop' }, { modelVersionsKept: 7, attributionWindowDays: 7 });
    return run(new AbortController().signal);
  };
  const print = (result: object): string => `process.stdout.write(${JSON.stringify(JSON.stringify(result))});`;

  it.each<[string, string, LearningEnd]>([
    ['that published', print({ withheld: false, comparison: { ...WORSE, verdict: 'NOT_WORSE' } }), ended(0)],
    ['that withheld what it learned', `${print({ withheld: true, comparison: WORSE })} process.exitCode = 1;`, ended(1, WORSE)],
    ['that failed', 'process.exitCode = 70;', ended(70)],
    ['that failed while it printed', `process.stdout.write('{ "withheld": tr'); process.exitCode = 1;`, ended(1)],
  ])('tells of a run %s', async (_, script, end) => {
    expect(await learn(script)).toEqual(end);
  });

  it('is told to print its result, what the server was told, and to leave the server a core', async () => {
    const { withheld } = await learn(`
      const told = [process.argv.slice(2).join(' '), process.env.MONGODB_URI, process.env.MONGODB_DATABASE];
      process.stdout.write(JSON.stringify({ withheld: true, comparison: told }));
    `);
    const threads = Math.min(8, Math.max(1, availableParallelism() - 1));
    expect(withheld).toEqual([`learn --json --keep-versions 7 --attribution-window-days 7 --threads ${threads}`, 'mongodb://nowhere/', 'shop']);
  });
});
