import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { BaseRequestContext } from '../../src/server/context.js';
import { createRequestContext, type ShopAccess } from '../../src/server/request-context.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A request of a shop whose memory takes in changes as `refresh` does; nothing else of either is asked for. */
const contextOf = (refresh: () => Promise<void>) => {
  const faults: unknown[] = [];
  const base = { logFault: (error: unknown) => String(faults.push(error)) } as unknown as BaseRequestContext;
  const shop = { snapshots: { current: () => null, refresh } } as unknown as ShopAccess;
  return { context: createRequestContext(base, shop), faults };
};

describe('a request that has saved a change', () => {
  it('waits until memory has taken it in', async () => {
    let isTaken = false;
    const { context } = contextOf(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      isTaken = true;
    });
    const waiting = context.refresh();
    await vi.advanceTimersByTimeAsync(300);
    await waiting;
    expect(isTaken).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is answered after a second where memory takes longer', async () => {
    const { context } = contextOf(() => new Promise(() => undefined));
    const done = vi.fn();
    void context.refresh().then(done);
    await vi.advanceTimersByTimeAsync(999);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalledOnce();
  });

  it('is answered as saved where memory cannot be read, and the fault is logged', async () => {
    const { context, faults } = contextOf(() => Promise.reject(new Error('away')));
    await expect(context.refresh()).resolves.toBeUndefined();
    expect(faults).toEqual([new Error('away')]);
  });
});
