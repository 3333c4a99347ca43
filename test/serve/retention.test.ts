import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { keepRetention, keptFor, type Expire } from '../../src/serve/retention.js';
import { createLog } from '../../src/server/log.js';
import { NOW } from '../support/builders.js';

const log = createLog('silent');

const noting = (asked: string[]): Expire => async (before) => {
  asked.push(before.toISOString());
  return 1;
};

const failing = (asked: string[]): Expire => async (before) => {
  asked.push(before.toISOString());
  throw new Error('down');
};

const facts = (expireInteractions: Expire) => ({ expireInteractions }) as Parameters<typeof keptFor>[0]['facts'];

describe('what was kept long enough', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is removed at start and once a day until it is stopped', async () => {
    const asked: string[] = [];
    const stop = keepRetention([{ what: 'interactions', days: 10, expire: noting(asked) }], () => NOW, log);
    await vi.advanceTimersByTimeAsync(2 * 86_400_000 + 1);
    stop();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(asked).toEqual(Array.from({ length: 3 }, () => '2026-11-10T12:00:00.000Z'));
  });

  it('is tried again the next day when the store was down, each thing by itself', async () => {
    const [interactions, servingLog]: [string[], string[]] = [[], []];
    const kept = [
      { what: 'interactions', days: 10, expire: failing(interactions) },
      { what: 'serving log', days: 10, expire: noting(servingLog) },
    ];
    const stop = keepRetention(kept, () => NOW, log);
    await vi.advanceTimersByTimeAsync(86_400_001);
    stop();
    expect([interactions.length, servingLog.length]).toEqual([2, 2]);
  });

  it.each([
    ['as long as the interactions that name it', 400, 7, 400],
    ['as long as orders may be credited to it', 3, 90, 90],
  ])('of what was served stays %s', (_name, interactionRetentionDays, attributionWindowDays, days) => {
    const expireServingLog = noting([]);
    const kept = keptFor({ facts: facts(noting([])), expireServingLog }, { interactionRetentionDays, attributionWindowDays });
    expect(kept.map((one) => one.days)).toEqual([interactionRetentionDays, days]);
    expect(kept[1]?.expire).toBe(expireServingLog);
  });
});
