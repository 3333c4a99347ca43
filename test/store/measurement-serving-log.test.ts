import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Exposure } from '../../src/domain/measurement/exposure.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import type { Stores } from '../../src/stores/open.js';
import { anOrder } from '../support/builders.js';
import { collected } from '../support/collected.js';
import { shuffledWithRepeats } from '../support/random-shops.js';
import { allDocumentsOf, useStores } from '../support/store.js';

const at = (day: number, hour = 12): Date => new Date(Date.UTC(2026, 10, day, hour));

const aPage = (recommendationId: string, changes: Partial<ServedPage> = {}): ServedPage => ({
  recommendationId,
  lane: 'CROSS_SELL',
  placement: 'PRODUCT_PAGE',
  customerId: null,
  anchorIds: ['lamp'],
  firstSlot: 1,
  productIds: ['bulb', 'shade'],
  sources: ['RULE', 'CO_PURCHASE'],
  servedAt: at(10),
  ...changes,
});

const anExposure = (unitId: string, changes: Partial<Exposure> = {}): Exposure => ({ lane: 'PERSONALISATION', unitId, arm: 'TREATMENT', at: at(10), ...changes });

const touchesOf = async (stores: Stores): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await stores.measured.dayChanges()).map(({ day, touches }) => [day, touches]));
const changesOf = async (stores: Stores): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await stores.measured.dayChanges()).map(({ day, changes }) => [day, changes]));

describe('what was served', () => {
  const commands: string[] = [];
  const { stores } = useStores((name) => commands.push(name));

  it('is known by its list: who or what put each product there, since when and until when', async () => {
    await stores().servingLog.recordServed([aPage('x-1')]);
    await stores().servingLog.recordServed([
      aPage('x-1', { firstSlot: 3, productIds: ['plug'], sources: ['POPULAR'], servedAt: at(12) }),
      aPage('x-2', { lane: 'PERSONALISATION', placement: 'HOME', customerId: 'ann', anchorIds: [] }),
    ]);
    const lists = await stores().measured.knownLists(['x-1', 'x-2', 'x-unknown']);
    expect([...lists.keys()].sort()).toEqual(['x-1', 'x-2']);
    expect(lists.get('x-1')).toEqual({
      recommendationId: 'x-1',
      lane: 'CROSS_SELL',
      placement: 'PRODUCT_PAGE',
      customerId: null,
      anchorIds: ['lamp'],
      sources: new Map([
        ['bulb', 'RULE'],
        ['shade', 'CO_PURCHASE'],
        ['plug', 'POPULAR'],
      ]),
      shownSince: new Map([
        ['bulb', at(10)],
        ['shade', at(10)],
        ['plug', at(12)],
      ]),
      servedAt: [at(10), at(12)],
    });
    expect(lists.get('x-2')?.customerId).toBe('ann');
  });

  it('costs as many commands for many pages as for one', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `many-${String(index)}`);
    const commandsFor = async (some: readonly string[]): Promise<readonly string[]> => {
      commands.length = 0;
      await stores().servingLog.recordServed(some.map((id) => aPage(id)));
      return [...commands];
    };
    expect(await commandsFor([])).toEqual([]);
    expect(await commandsFor(ids)).toEqual(await commandsFor(ids.slice(0, 1)));
    expect((await stores().measured.knownLists(ids)).size).toBe(500);
  });

  it('has the sheets of its day and of the window after it made again, also when it was known', async () => {
    const before = await touchesOf(stores());
    for (let repeat = 0; repeat < 2; repeat += 1) await stores().servingLog.recordServed([aPage('x-9', { servedAt: at(25) })]);
    expect(await touchesOf(stores())).toEqual({ ...before, '2026-11-25': 2 });
  });

  it('also marks the day before where clocks may differ across midnight', async () => {
    await stores().servingLog.recordServed([aPage('x-10', { servedAt: at(28, 0) })]);
    expect(await touchesOf(stores())).toMatchObject({ '2026-11-27': 1, '2026-11-28': 1 });
  });
});

describe('a part in a comparison', () => {
  const commands: string[] = [];
  const { stores } = useStores((name) => commands.push(name));

  it('costs as many commands for many units as for one', async () => {
    const commandsFor = async (units: number): Promise<readonly string[]> => {
      commands.length = 0;
      await stores().servingLog.recordExposures(Array.from({ length: units }, (_, index) => anExposure(`${String(units)} ${String(index)}`, { at: at(1) })));
      return [...commands];
    };
    expect(await commandsFor(0)).toEqual([]);
    expect(await commandsFor(300)).toEqual(await commandsFor(1));
  });

  it('is the earliest of its unit, in whichever arm', async () => {
    await stores().servingLog.recordExposures([
      anExposure('ann', { at: at(12) }),
      anExposure('ann', { at: at(11) }),
      anExposure('ann', { at: at(10), arm: 'HOLDOUT' }),
      anExposure('bob'),
      anExposure('ann', { lane: 'CROSS_SELL', at: at(9) }),
    ]);
    const known = await stores().measured.exposuresOf('PERSONALISATION', ['ann', 'bob', 'cat']);
    expect([...known.values()]).toEqual([anExposure('ann', { at: at(10), arm: 'HOLDOUT' }), anExposure('bob')]);
  });

  it('begins on one day only', async () => {
    const begun = async (day: number) => (await collected(stores().measured.exposures(at(day, 0), at(day + 1, 0)))).map(({ unitId }) => unitId).sort();
    expect([await begun(9), await begun(10), await begun(11), await begun(12)]).toEqual([['ann'], ['ann', 'bob'], [], []]);
  });

  it('marks its day when it begins, and no day when it goes on', async () => {
    const before = await changesOf(stores());
    await stores().servingLog.recordExposures([anExposure('dan', { at: at(15) })]);
    const after = { ...before, '2026-11-15': 1 };
    expect(await changesOf(stores())).toEqual(after);
    await stores().servingLog.recordExposures([anExposure('dan', { at: at(16) })]);
    expect(await changesOf(stores())).toEqual(after);
  });

  it('marks its day again when a call that was cut short is sent again', async () => {
    const before = await changesOf(stores());
    await stores().servingLog.recordExposures([anExposure('dan', { at: at(15) })]);
    expect(await changesOf(stores())).toEqual({ ...before, '2026-11-15': 2 });
  });

  it('marks both days when it turns out to have begun earlier, and those of the orders since', async () => {
    await stores().facts.recordOrders([
      anOrder('since', ['a'], { customerId: 'dan', placedAt: at(14, 18) }),
      anOrder('before', ['a'], { customerId: 'dan', placedAt: at(13) }),
      anOrder('of another', ['a'], { customerId: 'eve', placedAt: at(14) }),
      anOrder('long after', ['a'], { customerId: 'dan', placedAt: at(29) }),
    ]);
    const before = await changesOf(stores());
    await stores().servingLog.recordExposures([anExposure('dan', { at: at(14) })]);
    const raised = Object.entries(await changesOf(stores())).filter(([day, changes]) => changes !== before[day]);
    expect(raised.map(([day]) => day)).toEqual(['2026-11-14', '2026-11-15', '2026-11-29']);
  });
});

describe('the serving log', () => {
  const { stores, address } = useStores();

  const pages = fc.array(
    fc.record({ id: fc.nat(2), second: fc.boolean(), day: fc.integer({ min: 1, max: 5 }) }).map(({ id, second, day }) =>
      aPage(`r-${String(id)}`, second ? { firstSlot: 3, productIds: ['plug'], sources: ['POPULAR'], servedAt: at(day) } : { servedAt: at(day) }),
    ),
    { minLength: 1, maxLength: 8 },
  );
  const exposures = fc.array(
    fc
      .record({ lane: fc.constantFrom('CROSS_SELL' as const, 'PERSONALISATION' as const), unit: fc.nat(2), arm: fc.constantFrom('TREATMENT' as const, 'HOLDOUT' as const), day: fc.integer({ min: 1, max: 5 }) })
      .map(({ lane, unit, arm, day }): Exposure => ({ lane, unitId: `u${String(unit)}`, arm, at: at(day) })),
    { minLength: 1, maxLength: 8 },
  );

  const heldAfter = async (served: readonly ServedPage[], exposed: readonly Exposure[], atOnce: number) => {
    await stores().expireServingLog(new Date('2030-01-01T00:00:00.000Z'));
    for (let from = 0; from < served.length; from += atOnce) await stores().servingLog.recordServed(served.slice(from, from + atOnce));
    for (let from = 0; from < exposed.length; from += atOnce) await stores().servingLog.recordExposures(exposed.slice(from, from + atOnce));
    const { served: held, exposures: parts } = await allDocumentsOf(address());
    return { held, parts };
  };

  it('ends the same in any order, with any repeats, in calls of any size', async () => {
    const told = fc.tuple(pages, exposures).chain(([served, exposed]) =>
      fc.record({
        once: fc.constant([served, exposed] as const),
        again: fc.tuple(shuffledWithRepeats(served), shuffledWithRepeats(exposed)),
        atOnce: fc.integer({ min: 1, max: 5 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(told, async ({ once, again, atOnce }) => {
        const first = await heldAfter(...once, 100);
        expect(await heldAfter(...again, atOnce)).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });

  it('expires with the last time that something was served or taken part in', async () => {
    await stores().expireServingLog(new Date('2030-01-01T00:00:00.000Z'));
    await stores().servingLog.recordServed([aPage('gone', { servedAt: at(1) }), aPage('stays', { servedAt: at(1) }), aPage('stays', { servedAt: at(3) })]);
    await stores().servingLog.recordExposures([anExposure('gone', { at: at(1) }), anExposure('stays', { at: at(1) }), anExposure('stays', { at: at(3) })]);
    expect(await stores().expireServingLog(at(2))).toBe(3);
    expect([...(await stores().measured.knownLists(['gone', 'stays'])).keys()]).toEqual(['stays']);
    expect(await stores().measured.exposuresOf('PERSONALISATION', ['gone', 'stays'])).toEqual(new Map([['stays', anExposure('stays', { at: at(1) })]]));
  });
});
