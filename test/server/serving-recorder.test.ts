import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Exposure } from '../../src/domain/measurement/exposure.js';
import type { ServingLog } from '../../src/domain/measurement/measured-facts.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import { createServingRecorder } from '../../src/server/serving-recorder.js';
import { aServingLog } from '../support/arms.js';
import { NOW } from '../support/builders.js';

const DAY_MS = 86_400_000;

const aPage = (recommendationId: string, changes: Partial<ServedPage> = {}): ServedPage => ({
  recommendationId,
  lane: 'CROSS_SELL',
  placement: 'PRODUCT_PAGE',
  customerId: null,
  anchorIds: ['tent'],
  firstSlot: 1,
  productIds: ['mat', 'lamp'],
  sources: ['RULE', 'CO_PURCHASE'],
  servedAt: NOW,
  ...changes,
});

const anExposure = (unitId: string, changes: Partial<Exposure> = {}): Exposure => ({ lane: 'CROSS_SELL', unitId, arm: 'TREATMENT', at: NOW, ...changes });

const record = (log: ServingLog) => {
  const told = { dropped: 0, failures: [] as unknown[] };
  const recorder = createServingRecorder(log, {
    onDropped: () => {
      told.dropped += 1;
    },
    onFailure: (error) => void told.failures.push(error),
  });
  return { recorder, told };
};

const many = (count: number, of = 'x-'): readonly ServedPage[] => Array.from({ length: count }, (_, at) => aPage(`${of}${String(at)}`));
const never = (): Promise<void> => new Promise(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the recorder of what is served', () => {
  it('writes each page once for a day, however often it is served, and every part of a list', async () => {
    const log = aServingLog();
    const { recorder } = record(log);
    const later = aPage('x-1', { servedAt: new Date(NOW.getTime() + 60_000) });
    const second = aPage('x-1', { firstSlot: 3 });
    const shorter = aPage('x-1', { productIds: ['mat'], sources: ['RULE'] });
    for (const page of [aPage('x-1'), later, second, shorter, later, second]) recorder.served(page);
    await recorder.flush();
    for (const page of [later, second]) recorder.served(page);
    const tomorrow = aPage('x-1', { servedAt: new Date(NOW.getTime() + DAY_MS) });
    recorder.served(tomorrow);
    await recorder.flush();
    expect(log.pages).toEqual([[aPage('x-1'), second, shorter], [tomorrow]]);
  });

  it('writes each exposure once for a day, by lane, arm and unit', async () => {
    const log = aServingLog();
    const { recorder } = record(log);
    const others = [anExposure('v2'), anExposure('v1', { arm: 'HOLDOUT' }), anExposure('v1', { lane: 'PERSONALISATION' })];
    for (const exposure of [anExposure('v1'), ...others, anExposure('v1'), ...others]) recorder.exposed(exposure);
    await recorder.flush();
    expect(log.exposures).toEqual([[anExposure('v1'), ...others]]);
  });

  it('writes every second, a thousand entries of a kind at most, and stops when it is told to', async () => {
    const log = aServingLog();
    const { recorder } = record(log);
    recorder.start();
    for (const page of many(2_500)) recorder.served(page);
    recorder.exposed(anExposure('v1'));
    await vi.advanceTimersByTimeAsync(999);
    expect([log.pages.length, log.exposures.length]).toEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([log.pages.map(({ length }) => length), log.exposures.map(({ length }) => length)]).toEqual([[1_000], [1]]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log.pages.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
    expect(log.pages.flat()).toEqual(many(2_500));
    recorder.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('writes what comes after seconds in which there was nothing to write', async () => {
    const log = aServingLog();
    const { recorder } = record(log);
    recorder.start();
    await vi.advanceTimersByTimeAsync(3_000);
    recorder.served(aPage('x-1'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log.pages).toEqual([[aPage('x-1')]]);
    recorder.served(aPage('x-2'));
    recorder.stop();
    await recorder.flush();
    expect(log.pages).toEqual([[aPage('x-1')], [aPage('x-2')]]);
  });

  it('keeps what the store did not take, in order, and writes it when the store is back', async () => {
    let isDown = true;
    const log = aServingLog(async () => {
      if (isDown) throw new Error('away');
    });
    const { recorder, told } = record(log);
    recorder.start();
    for (const page of many(3)) recorder.served(page);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(told).toEqual({ dropped: 0, failures: [new Error('away'), new Error('away'), new Error('away')] });
    recorder.served(aPage('meanwhile'));
    isDown = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log.pages.flat()).toEqual([...many(3), aPage('meanwhile')]);
    recorder.stop();
  });

  it('does not let one kind of entry hold up the other', async () => {
    const log = aServingLog();
    const { recorder } = record({ ...log, recordServed: never });
    recorder.start();
    recorder.served(aPage('x-1'));
    recorder.exposed(anExposure('v1'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log.exposures.flat()).toEqual([anExposure('v1')]);
    recorder.stop();
  });

  it('holds so many entries and no more while the store does not answer, counts the others, and takes them when they are served again', async () => {
    let answer = (): void => undefined;
    let writes = 0;
    const log = aServingLog(() => {
      writes += 1;
      return writes > 1 ? Promise.resolve() : new Promise((resolve) => (answer = resolve));
    });
    const { recorder, told } = record(log);
    recorder.start();
    for (let round = 0; round < 5; round += 1) {
      for (const page of many(10_000, `x-${String(round)}-`)) recorder.served(page);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect([recorder.waiting(), told.dropped, writes]).toEqual([20_000, 30_000, 1]);
    answer();
    recorder.stop();
    await recorder.flush();
    expect([recorder.waiting(), log.pages.flat().length]).toEqual([0, 20_000]);
    recorder.served(aPage('x-4-0'));
    recorder.served(aPage('x-0-0'));
    await recorder.flush();
    expect(log.pages.at(-1)).toEqual([aPage('x-4-0')]);
  });

  it('flushes everything, waits for a write under way, and gives up where the store does not take it', async () => {
    const log = aServingLog(() => new Promise((resolve) => setTimeout(resolve, 100)));
    const { recorder } = record(log);
    recorder.start();
    for (const page of many(2_200)) recorder.served(page);
    await vi.advanceTimersByTimeAsync(1_050);
    recorder.stop();
    const flushed = recorder.flush();
    await vi.advanceTimersByTimeAsync(1_000);
    await flushed;
    expect(log.pages.flat()).toEqual(many(2_200));

    const down = record(aServingLog(() => Promise.reject(new Error('away'))));
    for (const page of many(2_200)) down.recorder.served(page);
    await down.recorder.flush();
    expect([down.recorder.waiting(), down.told.failures.length]).toEqual([2_200, 1]);
  });

  it('flushes for five seconds at most, so that nobody waits for ever to stop', async () => {
    const { recorder } = record(aServingLog(never));
    recorder.served(aPage('x-1'));
    const done = vi.fn();
    void recorder.flush().then(done);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalledOnce();
    expect([recorder.waiting(), vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('remembers a bounded number of keys: what was served long ago on the day may be written again', async () => {
    const log = aServingLog();
    const { recorder } = record(log);
    for (let round = 0; round < 20; round += 1) {
      for (const page of many(10_000, `x-${String(round)}-`)) recorder.served(page);
      await recorder.flush();
    }
    recorder.served(aPage('x-19-9999'));
    recorder.served(aPage('x-0-0'));
    await recorder.flush();
    expect(log.pages.at(-1)).toEqual([aPage('x-0-0')]);
  });

  it('never throws at a request, even where the log does at once', async () => {
    const { recorder, told } = record({
      recordServed: () => {
        throw new Error('broken');
      },
      recordExposures: () => {
        throw new Error('broken');
      },
    });
    recorder.served(aPage('x-1'));
    recorder.exposed(anExposure('v1'));
    await recorder.flush();
    expect(told.failures).toEqual([new Error('broken'), new Error('broken')]);
  });
});
