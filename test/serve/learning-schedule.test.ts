import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { parseDuration, scheduleLearning } from '../../src/serve/learning-schedule.js';
import { createLog } from '../../src/server/log.js';

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
    const outcomes: (number | Error)[] = [0, 1, new Error('no process'), 0];
    let runs = 0;
    const learn = async (): Promise<number> => {
      const outcome = outcomes[runs++] ?? 0;
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
});
