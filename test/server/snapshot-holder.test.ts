import { describe, expect, it } from 'vitest';

import { createSnapshotHolder } from '../../src/server/snapshot-holder.js';
import type { HeldSnapshot } from '../../src/stores/snapshot-source.js';
import { aSnapshot } from '../support/builders.js';

/** A source whose readings end when they are told to, each with what stood when it began. */
const slowSource = () => {
  let standing = 'first';
  const readings: (() => void)[] = [];
  return {
    stand: (state: string) => {
      standing = state;
    },
    readings,
    source: {
      read: () => {
        const state = standing;
        return new Promise<HeldSnapshot>((resolve) => {
          readings.push(() => resolve({ snapshot: aSnapshot({ ceiling: state === 'first' ? 'ASSIST' : 'CURATED_ONLY' }), state }));
        });
      },
    },
  };
};

describe('the snapshot in memory', () => {
  it('shows what was decided while an older reading was under way, and is never overtaken by it', async () => {
    const { source, readings, stand } = slowSource();
    const holder = createSnapshotHolder(source, 60_000, () => undefined);
    const older = holder.refresh();
    await Promise.resolve();
    stand('second');
    const [newer, another] = [holder.refresh(), holder.refresh()];
    expect(readings).toHaveLength(1);
    readings[0]?.();
    await older;
    expect(holder.current()?.ceiling).toBe('ASSIST');
    expect(readings).toHaveLength(2);
    readings[1]?.();
    await Promise.all([newer, another]);
    expect([holder.current()?.ceiling, readings.length]).toEqual(['CURATED_ONLY', 2]);
  });

  it('is kept when a reading fails, and read again by the next', async () => {
    const answers: (HeldSnapshot | Error)[] = [{ snapshot: aSnapshot(), state: '1' }, new Error('away'), { snapshot: aSnapshot({ ceiling: 'APPROVED_ONLY' }), state: '2' }];
    const holder = createSnapshotHolder(
      {
        read: async () => {
          const next = answers.shift();
          if (next === undefined || next instanceof Error) throw next ?? new Error('nothing left');
          return next;
        },
      },
      60_000,
      () => undefined,
    );
    await holder.refresh();
    await expect(holder.refresh()).rejects.toThrow('away');
    expect(holder.current()?.ceiling).toBe('ASSIST');
    await holder.refresh();
    expect(holder.current()?.ceiling).toBe('APPROVED_ONLY');
  });
});
