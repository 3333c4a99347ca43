import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { keepRetention } from '../../src/serve/retention.js';
import { createLog } from '../../src/server/log.js';
import { NOW } from '../support/builders.js';

const log = createLog('silent');

describe('interactions that were kept long enough', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are removed at start and once a day until it is stopped', async () => {
    const asked: string[] = [];
    const stop = keepRetention(
      async (before) => {
        asked.push(before.toISOString());
        return 1;
      },
      10,
      () => NOW,
      log,
    );
    await vi.advanceTimersByTimeAsync(2 * 86_400_000 + 1);
    stop();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(asked).toEqual(Array.from({ length: 3 }, () => '2026-11-10T12:00:00.000Z'));
  });

  it('are tried again the next day when the store was down', async () => {
    let calls = 0;
    const stop = keepRetention(
      async () => {
        calls += 1;
        throw new Error('down');
      },
      10,
      () => NOW,
      log,
    );
    await vi.advanceTimersByTimeAsync(86_400_001);
    stop();
    expect(calls).toBe(2);
  });
});
