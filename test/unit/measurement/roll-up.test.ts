import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp, type RollUpProgress } from '../../../src/domain/measurement/roll-up.js';
import { staleDays } from '../../../src/domain/measurement/stale-days.js';
import { anOrder, NOW } from '../../support/builders.js';
import { InMemoryMeasured } from '../../support/in-memory-measured.js';
import { type MeasuredEvent, record, rolledUpOnce, sayings, someHistory, WINDOW_DAYS } from '../../support/measured-histories.js';
import { shuffledWithRepeats } from '../../support/random-shops.js';
import { aClick, aServedPage } from '../../support/served-lists.js';

const at = (time: string): Date => new Date(`2026-11-${time}Z`);

const measure = (measured: InMemoryMeasured, windowDays = WINDOW_DAYS, onProgress?: (progress: RollUpProgress) => void, now = NOW) =>
  rollUp({ measured, sheets: measured, now, windowDays, ...(onProgress === undefined ? {} : { onProgress }) });

const page = aServedPage('l1', ['mug'], { servedAt: at('10T08:00:00') });
const click = aClick('i1', 'mug', 'l1', { customerId: 'ann', sessionId: 'v1', at: at('10T09:00:00') });
const exposure = { lane: 'CROSS_SELL', unitId: 'v1', arm: 'TREATMENT', at: at('10T08:30:00') } as const;
const order = (changes: Parameters<typeof anOrder>[2] = {}, id = 'o1') => anOrder(id, ['mug'], { customerId: 'ann', sessionId: 'v1', placedAt: at('11T10:00:00'), ...changes });

const HISTORY: readonly MeasuredEvent[] = [{ page }, { exposure }, { act: click }, { order: order() }, { order: order({ placedAt: at('12T10:00:00') }, 'o2') }];

const shopWith = async (events: readonly MeasuredEvent[]): Promise<InMemoryMeasured> => {
  const measured = new InMemoryMeasured();
  for (const event of events) await record(measured, event);
  return measured;
};

describe('rolling up', () => {
  it('makes a sheet of every day with facts, says how far it is, and when it read them', async () => {
    const measured = await shopWith(HISTORY);
    const told: RollUpProgress[] = [];
    expect(await measure(measured, 7, (progress) => told.push(progress))).toEqual({ days: 3 });
    expect(told).toEqual([0, 1, 2, 3].map((done) => ({ done, total: 3 })));
    expect([...measured.kept.keys()]).toEqual(['2026-11-10', '2026-11-11', '2026-11-12']);
    expect(measured.kept.get('2026-11-11')?.sheet.orders).toMatchObject([
      { crossSell: { arm: 'TREATMENT' }, credits: [{ placement: 'PRODUCT_PAGE', anchorId: 'anchor', productId: 'mug' }] },
    ]);
    expect(await measured.measuredAt()).toEqual(NOW);
  });

  it('makes nothing again while nothing has changed, and notes that all is as fresh as now', async () => {
    const measured = await shopWith(HISTORY);
    await measure(measured);
    const kept = new Map(measured.kept);
    const later = new Date(NOW.getTime() + 1);
    expect(await measure(measured, WINDOW_DAYS, undefined, later)).toEqual({ days: 0 });
    expect(measured.kept).toEqual(kept);
    expect(await measured.measuredAt()).toEqual(later);
  });

  it('makes only the days again that a change concerns', async () => {
    const measured = await shopWith([...HISTORY, { order: order({ placedAt: at('18T10:00:00') }, 'o3') }]);
    await measure(measured);
    await measured.recordOrders([order({ status: 'CANCELLED', updatedAt: NOW })]);
    expect(await measure(measured)).toEqual({ days: 1 });
    await measured.recordInteractions([click]);
    expect(await measure(measured)).toEqual({ days: 3 });
  });

  it('empties the sheet of a day whose facts are gone', async () => {
    const measured = await shopWith(HISTORY);
    await measure(measured);
    await measured.removeOrders(['o1']);
    await measure(measured);
    expect(measured.kept.get('2026-11-11')?.sheet).toEqual({ day: '2026-11-11', orders: [], activity: [], lists: [], exposed: [] });
  });

  it('counts a touch as far back as the window reaches, also across days that are not made again', async () => {
    const measured = await shopWith([...HISTORY, { order: order({ placedAt: at('17T09:00:00') }, 'in time') }, { order: order({ placedAt: at('17T09:00:00.001') }, 'too late') }]);
    await measure(measured, 7);
    const creditsOf = () => measured.kept.get('2026-11-17')?.sheet.orders.map(({ credits }) => credits.length);
    expect(creditsOf()).toEqual([1, 0]);
    await measured.recordOrders([order({ placedAt: at('17T08:00:00') }, 'another')]);
    expect(await measure(measured, 7)).toEqual({ days: 1 });
    expect(creditsOf()).toEqual([1, 1, 0]);
  });

  it('makes all again for a window of another length', async () => {
    const measured = await shopWith([...HISTORY, { order: order({ placedAt: at('13T09:30:00') }, 'o3') }]);
    await measure(measured, 7);
    expect(await measure(measured, 2)).toEqual({ days: 4 });
    expect(sayings(measured)).toEqual(await rolledUpOnce([...HISTORY, { order: order({ placedAt: at('13T09:30:00') }, 'o3') }], 2));
    expect(measured.kept.get('2026-11-13')?.sheet.orders[0]?.credits).toEqual([]);
  });

  it('reads every interaction once, and asks for at most a thousand ids at a time', async () => {
    const measured = new InMemoryMeasured();
    const some = Array.from({ length: 2500 }, (_, index) => index);
    await measured.recordOrders(some.map((index) => order({ customerId: `c${index}`, sessionId: `v${index}`, placedAt: at(`1${index % 2}T10:00:00`) }, `o${index}`)));
    await measured.recordInteractions(some.map((index) => aClick(`i${index}`, 'mug', `l${index}`, { customerId: `c${index}`, at: at(`1${index % 2}T09:00:00`) })));
    await measured.recordServed(some.map((index) => aServedPage(`l${index}`, ['mug'])));
    const asked: number[] = [];
    let read = 0;
    const watched = Object.assign(Object.create(measured) as InMemoryMeasured, {
      knownLists: (ids: readonly string[]) => (asked.push(ids.length), measured.knownLists(ids)),
      exposuresOf: (lane: 'CROSS_SELL' | 'PERSONALISATION', ids: readonly string[]) => (asked.push(ids.length), measured.exposuresOf(lane, ids)),
      async *listedInteractions(from: Date, until: Date) {
        for await (const act of measured.listedInteractions(from, until)) {
          read += 1;
          yield act;
        }
      },
      dayChanges: () => measured.dayChanges(),
      completedOrders: (from: Date, until: Date) => measured.completedOrders(from, until),
      exposures: (from: Date, until: Date) => measured.exposures(from, until),
    });
    await rollUp({ measured: watched, sheets: measured, now: NOW, windowDays: 7 });
    expect(read).toBe(2500);
    expect(Math.max(...asked)).toBe(1000);
    expect([...sayings(measured).values()].flatMap(({ orders }) => orders).every(({ credits }) => credits.length === 1)).toBe(true);
  });
});

describe('a roll-up that fails', () => {
  it('leaves what it made, never claims to have measured, and the next one makes the rest', async () => {
    let dying = true;
    const measured = await shopWith(HISTORY);
    const sheets = {
      bases: () => measured.bases(),
      put: async (...[sheet, basis]: Parameters<typeof measured.put>) => {
        if (dying && sheet.day === '2026-11-11') throw new Error('the store is gone');
        await measured.put(sheet, basis);
      },
      sheets: (from: string | null, until: string) => measured.sheets(from, until),
      measuredAt: () => measured.measuredAt(),
      noteMeasured: (when: Date) => measured.noteMeasured(when),
    };
    await expect(rollUp({ measured, sheets, now: NOW, windowDays: WINDOW_DAYS })).rejects.toThrow('the store is gone');
    expect([...measured.kept.keys()]).toEqual(['2026-11-10']);
    expect(await measured.measuredAt()).toBeNull();
    dying = false;
    expect(await rollUp({ measured, sheets, now: NOW, windowDays: WINDOW_DAYS })).toEqual({ days: 2 });
    expect(sayings(measured)).toEqual(await rolledUpOnce(HISTORY));
  });
});

describe('what comes late is as if it had come in time', () => {
  const without = (late: MeasuredEvent): readonly MeasuredEvent[] => HISTORY.filter((event) => JSON.stringify(event) !== JSON.stringify(late));

  const line = { quantity: 1, unitPriceMinor: 700, recommendationId: null };
  const others: readonly MeasuredEvent[] = [
    { page: aServedPage('pans', ['pan']) },
    { order: order({ lines: [{ ...line, productId: 'pan' }], placedAt: at('14T10:00:00') }, 'a pan') },
    { order: order({ lines: [{ ...line, productId: 'mug', recommendationId: 'l2' }], placedAt: at('12T23:58:00') }, 'near midnight') },
  ];

  it.each<readonly [name: string, late: MeasuredEvent]>([
    ['a click', { act: click }],
    ['a click at the very beginning of the window of an order', { act: aClick('i2', 'pan', 'pans', { customerId: 'ann', at: at('10T10:00:00') }) }],
    ['a served page', { page }],
    ['a page served just after midnight by another clock than that of an order of the day before', { page: aServedPage('l2', ['mug'], { servedAt: at('13T00:02:00'), placement: 'BASKET' }) }],
    ['an exposure', { exposure }],
    ['an exposure earlier than the one that was known', { exposure: { ...exposure, arm: 'HOLDOUT', at: at('09T08:00:00') } }],
    ['an order', { order: order() }],
    ['a cancelled order', { order: order({ status: 'CANCELLED', updatedAt: NOW }) }],
    ['an order that moved to another day', { order: order({ placedAt: at('13T10:00:00'), updatedAt: NOW }) }],
  ])('%s', async (_, late) => {
    const inTime = [...without(late), ...others];
    const measured = await shopWith(inTime);
    await measure(measured);
    await record(measured, late);
    await measure(measured);
    const truth = await rolledUpOnce([...inTime, late]);
    expect(truth).not.toEqual(await rolledUpOnce(inTime));
    expect(sayings(measured)).toEqual(truth);
  });

  it('a page noted only when it is served again, after what was done with it: that counts no more than if it is rolled up afresh', async () => {
    const again = { page: { ...page, servedAt: at('14T09:00:00') } };
    const events: readonly MeasuredEvent[] = [{ act: click }, { order: order() }];
    const measured = await shopWith(events);
    await measure(measured, 7);
    await record(measured, again);
    await measure(measured, 7);
    const afresh = await rolledUpOnce([...events, again], 7);
    expect(sayings(measured)).toEqual(afresh);
    expect(afresh.get('2026-11-11')?.orders[0]?.credits).toEqual([]);
    expect(afresh.has('2026-11-10')).toBe(false);
  });

  it('in every order, with repeats, and with roll-ups in between', async () => {
    const disordered = someHistory.chain((history) =>
      fc.record({ history: fc.constant(history), events: shuffledWithRepeats(history), rolled: fc.infiniteStream(fc.boolean()) }),
    );
    await fc.assert(
      fc.asyncProperty(disordered, async ({ history, events, rolled }) => {
        const measured = new InMemoryMeasured();
        for (const event of events) {
          await record(measured, event);
          if (rolled.next().value === true) await measure(measured);
        }
        await measure(measured);
        expect(sayings(measured)).toEqual(await rolledUpOnce(history));
      }),
      { numRuns: 300 },
    );
  });
});

describe('roll-ups at the same time as each other and as the recording of facts', () => {
  const inTurn = async <T>(things: readonly T[], act: (thing: T) => Promise<unknown>): Promise<void> => {
    for (const thing of things) await act(thing);
  };

  it('never leave a stale sheet that looks fresh, whoever comes first', async () => {
    const histories = someHistory.chain((history) => fc.tuple(fc.constant(history), shuffledWithRepeats(history), fc.integer({ min: 1, max: 6 })));
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), histories, async (scheduler, [history, events, late]) => {
        let playing = false;
        const measured = new InMemoryMeasured(() => (playing ? scheduler.schedule(Promise.resolve()) : Promise.resolve()));
        await inTurn(events.slice(0, -late), (event) => record(measured, event));
        playing = true;
        const recording = inTurn(events.slice(-late), (event) => record(measured, event));
        await scheduler.waitFor(Promise.all([recording, measure(measured), measure(measured)]));
        playing = false;

        const truth = await rolledUpOnce(history);
        const stale = new Set(staleDays(await measured.dayChanges(), await measured.bases(), WINDOW_DAYS).map(({ day }) => day));
        const fresh = [...measured.kept.keys()].filter((day) => !stale.has(day));
        for (const day of fresh) expect(sayings(measured).get(day)).toEqual(truth.get(day));
        await measure(measured);
        expect(sayings(measured)).toEqual(truth);
      }),
      { numRuns: 500 },
    );
  });

  it('never let a slow one undo a quicker one that knew more', async () => {
    const measured = await shopWith(HISTORY);
    const [changes, before] = [await measured.dayChanges(), await shopWith(HISTORY)];
    await measure(before);
    await measured.recordOrders([order({ status: 'CANCELLED', updatedAt: NOW })]);
    await measure(measured);
    for (const { day, basis } of staleDays(changes, new Map(), WINDOW_DAYS)) {
      const sheet = before.kept.get(day)?.sheet;
      if (sheet !== undefined) await measured.put(sheet, basis);
    }
    expect(sayings(measured)).toEqual(await rolledUpOnce([...HISTORY, { order: order({ status: 'CANCELLED', updatedAt: NOW }) }]));
  });
});
