import { describe, expect, it } from 'vitest';

import { createSnapshotHolder } from '../../src/server/snapshot-holder.js';
import type { Autopilot } from '../../src/domain/merchandising/policy.js';
import type { HeldSnapshot } from '../../src/stores/snapshot-source.js';
import { aSnapshot } from '../support/builders.js';

const held = (changes: Parameters<typeof aSnapshot>[0] = {}): HeldSnapshot => ({
  snapshot: aSnapshot(changes),
  decisions: { revision: 0, rules: new Map(), policies: new Map(), ceiling: 'ASSIST', copies: new Map() },
});

const nothingToFollow = () => Promise.resolve(false);

/** A source whose readings end when they are told to, each with what stood when it began. */
const slowSource = () => {
  let standing = 'first';
  const readings: (() => void)[] = [];
  const read = () => {
    const state = standing;
    return new Promise<HeldSnapshot>((resolve) => {
      readings.push(() => resolve(held({ ceiling: state === 'first' ? 'ASSIST' : 'CURATED_ONLY' })));
    });
  };
  return {
    stand: (state: string) => {
      standing = state;
    },
    readings,
    source: { read, readDecisions: read, follow: nothingToFollow },
  };
};

/** Until what is waiting has gone as far as it can. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the snapshot in memory', () => {
  it('shows what was decided while an older reading was under way, and is never overtaken by it', async () => {
    const { source, readings, stand } = slowSource();
    const holder = createSnapshotHolder(source, 60_000, () => undefined);
    const older = holder.refresh();
    await settled();
    stand('second');
    const [newer, another] = [holder.refresh(), holder.refresh()];
    expect(readings).toHaveLength(1);
    readings[0]?.();
    await older;
    await settled();
    expect(holder.current()?.ceiling).toBe('ASSIST');
    expect(readings).toHaveLength(2);
    readings[1]?.();
    await Promise.all([newer, another]);
    expect([holder.current()?.ceiling, readings.length]).toEqual(['CURATED_ONLY', 2]);
  });

  it('is kept when a reading fails, and read again by the next', async () => {
    const answers: (HeldSnapshot | Error)[] = [held(), new Error('away'), held({ ceiling: 'APPROVED_ONLY' })];
    const read = async () => {
      const next = answers.shift();
      if (next === undefined || next instanceof Error) throw next ?? new Error('nothing left');
      return next;
    };
    const holder = createSnapshotHolder({ read, readDecisions: read, follow: nothingToFollow }, 60_000, () => undefined);
    await holder.refresh();
    await expect(holder.refresh()).rejects.toThrow('away');
    expect(holder.current()?.ceiling).toBe('ASSIST');
    await holder.refresh();
    expect(holder.current()?.ceiling).toBe('APPROVED_ONLY');
  });

  it('shows what was decided while the catalogue is still being looked through, and is done when that is', async () => {
    const standing = { ceiling: 'ASSIST' as Autopilot };
    const lookups: ((more: boolean) => void)[] = [];
    const read = () => Promise.resolve(held(standing));
    const follow = () => new Promise<boolean>((resolve) => lookups.push(resolve));
    const holder = createSnapshotHolder({ read, readDecisions: read, follow }, 60_000, () => undefined);
    const done: string[] = [];
    const first = holder.refresh().then(() => done.push('first'));
    await settled();
    standing.ceiling = 'CURATED_ONLY';
    const second = holder.refresh().then(() => done.push('second'));
    await settled();
    expect([holder.current()?.ceiling, lookups.length, done]).toEqual(['CURATED_ONLY', 1, []]);
    // One who comes late is looked after as well before it ends.
    lookups[0]?.(false);
    await settled();
    expect([lookups.length, done]).toEqual([2, []]);
    lookups[1]?.(false);
    await Promise.all([first, second]);
    expect(done).toHaveLength(2);
  });
});
