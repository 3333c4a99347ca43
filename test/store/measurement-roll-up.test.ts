import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { DaySheet } from '../../src/domain/measurement/day-sheet.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import { rollUp } from '../../src/domain/measurement/roll-up.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { runLearning } from '../../src/learn/run-learning.js';
import type { Collections } from '../../src/stores/collections.js';
import { createFactStore } from '../../src/stores/facts/fact-store.js';
import { createDayMarks } from '../../src/stores/measurement/day-marks.js';
import { createDaySheetStore } from '../../src/stores/measurement/day-sheet-store.js';
import { createMeasuredFacts } from '../../src/stores/measurement/measured-facts.js';
import { createServingLog } from '../../src/stores/measurement/serving-log.js';
import { anInteraction, anOrder, NOW } from '../support/builders.js';
import { collected } from '../support/collected.js';
import { dyingCollections, type Death } from '../support/dying-collections.js';
import { useShopProcesses } from '../support/shop-processes.js';
import { useStores } from '../support/store.js';

const WINDOW_DAYS = 7;
const at = (day: number, hour = 12): Date => new Date(Date.UTC(2026, 9, day, hour));

const shopOver = (collections: Collections) => {
  const marks = createDayMarks(collections);
  return {
    facts: createFactStore(collections, marks),
    servingLog: createServingLog(collections, marks),
    measured: createMeasuredFacts(collections),
    sheets: createDaySheetStore(collections),
  };
};
type MeasuredShop = Pick<ReturnType<typeof shopOver>, 'facts' | 'servingLog' | 'measured' | 'sheets'>;

const aPage = (recommendationId: string, servedAt: Date): ServedPage => ({
  recommendationId,
  lane: 'CROSS_SELL',
  placement: 'PRODUCT_PAGE',
  customerId: null,
  anchorIds: ['lamp'],
  firstSlot: 1,
  productIds: ['bulb', 'shade'],
  sources: ['RULE', 'CO_PURCHASE'],
  servedAt,
});

/** A shop of so many days: each with a served list, a click on it, a part in a comparison, and an order that the click led to. */
const fill = async ({ facts, servingLog }: MeasuredShop, days: number): Promise<void> => {
  const all = Array.from({ length: days }, (_, index) => index + 1);
  const visitor = (day: number) => ({ customerId: `c${String(day)}`, sessionId: `s${String(day)}` });
  await servingLog.recordServed(all.map((day) => aPage(`x-${String(day)}`, at(day, 9))));
  await servingLog.recordExposures(all.map((day) => ({ lane: 'CROSS_SELL', unitId: `s${String(day)}`, arm: 'TREATMENT', at: at(day, 9) })));
  await facts.recordInteractions(
    all.map((day) => anInteraction(`e${String(day)}`, 'bulb', { ...visitor(day), kind: 'CLICK', at: at(day, 10), recommendationId: `x-${String(day)}` })),
  );
  await facts.recordOrders(all.map((day) => anOrder(`o${String(day)}`, ['lamp', 'bulb'], { ...visitor(day), placedAt: at(day), updatedAt: at(day) })));
};

const roll = async ({ measured, sheets }: MeasuredShop, now = NOW): Promise<number> => (await rollUp({ measured, sheets, now, windowDays: WINDOW_DAYS })).days;

const sheetsOf = async ({ sheets }: MeasuredShop): Promise<readonly DaySheet[]> => collected(sheets.sheets(null, '2027-01-01'));

/** What the facts say now, by sheets that nothing was kept in before. */
const fromScratch = async (shop: MeasuredShop): Promise<readonly DaySheet[]> => {
  const made: DaySheet[] = [];
  const sheets = { ...shop.sheets, bases: async () => new Map(), put: async (sheet: DaySheet) => void made.push(sheet), noteMeasured: async () => undefined };
  await rollUp({ measured: shop.measured, sheets, now: NOW, windowDays: WINDOW_DAYS });
  return made;
};

describe('a roll-up', () => {
  const { stores } = useStores();

  it('credits orders with the lists that led to them, day by day', async () => {
    await fill(stores(), 10);
    expect(await roll(stores())).toBe(10);
    const sheets = await sheetsOf(stores());
    expect(sheets.map(({ day }) => day)).toEqual(Array.from({ length: 10 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`));
    expect(sheets.map(({ orders }) => orders.map(({ credits }) => credits.map(({ productId, source }) => [productId, source])))).toEqual(
      sheets.map(() => [[['bulb', 'RULE']]]),
    );
    expect(await stores().sheets.measuredAt()).toEqual(NOW);
  });

  it('makes nothing again while nothing has changed', async () => {
    expect(await roll(stores())).toBe(0);
  });

  it('makes only the days of an order again that was moved', async () => {
    await stores().facts.recordOrders([anOrder('o2', ['lamp'], { placedAt: at(4), updatedAt: NOW })]);
    expect(await roll(stores())).toBe(2);
    expect((await sheetsOf(stores())).map(({ orders }) => orders.length)).toEqual([1, 0, 1, 2, 1, 1, 1, 1, 1, 1]);
  });

  it('takes a cancelled order out', async () => {
    await stores().facts.recordOrders([anOrder('o9', ['lamp', 'bulb'], { placedAt: at(9), updatedAt: NOW, status: 'CANCELLED' })]);
    expect(await roll(stores())).toBe(1);
    expect((await sheetsOf(stores())).find(({ day }) => day === '2026-10-09')?.orders).toEqual([]);
  });

  it('makes every day again for another window', async () => {
    const { measured, sheets } = stores();
    expect(await rollUp({ measured, sheets, now: NOW, windowDays: 14 })).toEqual({ days: 10 });
  });

  it('is part of learning', async () => {
    const { facts, models, profiles, measured, sheets } = stores();
    await facts.recordOrders([anOrder('new', ['lamp'], { placedAt: at(20), updatedAt: at(20) })]);
    const measuring = { measured, sheets, windowDays: 14 };
    const { daysMeasured } = await runLearning({ facts, models, profiles, measuring, now: () => NOW, settings: DEFAULT_LEARNING_SETTINGS });
    expect(daysMeasured).toBe(1);
  });
});

describe('roll-ups of several processes', () => {
  const { open } = useShopProcesses();

  it('at once end as one alone would have', async () => {
    const [one, other] = [shopOver(open()), shopOver(open())];
    await fill(one, 12);
    expect(await Promise.all([roll(one), roll(other)])).toEqual([12, 12]);
    expect(await sheetsOf(one)).toEqual(await fromScratch(one));
  });

  it('end with the newest facts when orders come in while they run', async () => {
    const shops = [shopOver(open()), shopOver(open())] as const;
    const day = (order: number) => (order % 12) + 1;
    await Promise.all([
      ...shops.map(async (shop) => {
        for (let round = 0; round < 4; round += 1) await roll(shop);
      }),
      (async () => {
        const writer = shopOver(open());
        for (let order = 0; order < 40; order += 1)
          await writer.facts.recordOrders([anOrder(`while ${String(order)}`, ['lamp'], { placedAt: at(day(order)), updatedAt: at(day(order)) })]);
      })(),
    ]);
    await roll(shops[0]);
    expect(await sheetsOf(shops[0])).toEqual(await fromScratch(shops[0]));
  });
});

describe('a roll-up that is killed', () => {
  const { open } = useShopProcesses();

  it('ends as if it had not been when it is run again, wherever it was killed', async () => {
    const living = open();
    const shop = shopOver(living);
    await fill(shop, 3);
    let died = 0;
    const killedAt = async (death: Death): Promise<boolean> => {
      const { collections, isDead } = dyingCollections(living, death);
      await roll(shopOver(collections)).catch(() => undefined);
      return isDead();
    };
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; await killedAt({ write, when }); write += 1) {
        died += 1;
        await roll(shop);
        expect(await sheetsOf(shop)).toEqual(await fromScratch(shop));
        // So that there is something to do for the next one.
        await shop.facts.recordOrders(['a', 'b'].map((product, index) => anOrder(`${when} ${String(write)} ${product}`, [product], { placedAt: at(index + 1), updatedAt: at(index + 1) })));
      }
    }
    expect(died).toBeGreaterThanOrEqual(6);
  });

  it('leaves recording that was killed before its marks to whoever sends the facts again', async () => {
    const living = open();
    const shop = shopOver(living);
    const order = anOrder('cut short', ['lamp'], { placedAt: at(2), updatedAt: at(2) });
    await roll(shop);
    const { collections } = dyingCollections(living, { write: 2, when: 'before' });
    await expect(shopOver(collections).facts.recordOrders([order])).rejects.toThrow();
    expect(await roll(shop)).toBe(0);
    await shop.facts.recordOrders([order]);
    expect(await roll(shop)).toBe(1);
    expect(await sheetsOf(shop)).toEqual(await fromScratch(shop));
  });
});

describe('a day whose interactions have expired', () => {
  const { stores } = useStores();

  it('keeps its figures, and its orders their credits, when it is made again', async () => {
    await fill(stores(), 10);
    await roll(stores());
    const before = await sheetsOf(stores());
    await stores().facts.expireInteractions(at(15));
    await stores().expireServingLog(at(15));
    await stores().facts.recordOrders([anOrder('late', ['lamp'], { placedAt: at(3), updatedAt: NOW })]);
    expect(await roll(stores())).toBe(1);
    const after = await sheetsOf(stores());
    expect(after.filter(({ day }) => day !== '2026-10-03')).toEqual(before.filter(({ day }) => day !== '2026-10-03'));
    const [former, made] = [before[2], after[2]];
    expect(made?.orders).toHaveLength(2);
    expect(made?.orders).toEqual(expect.arrayContaining([...(former?.orders ?? [])]));
    expect([made?.activity, made?.lists, made?.exposed]).toEqual([former?.activity, former?.lists, former?.exposed]);
  });

  it('loses the order that is cancelled, with its credits', async () => {
    await stores().facts.recordOrders([anOrder('o3', ['lamp', 'bulb'], { placedAt: at(3), updatedAt: NOW, status: 'CANCELLED' })]);
    await roll(stores());
    expect((await sheetsOf(stores()))[2]?.orders.map(({ credits }) => credits)).toEqual([[]]);
  });
});

describe('scorecards', () => {
  const commands: string[] = [];
  const { stores } = useStores((name) => commands.push(name));

  it('read the sheets in one pass, whose commands do not grow with the facts', async () => {
    const commandsOf = async (): Promise<readonly string[]> => {
      await roll(stores());
      commands.length = 0;
      await sheetsOf(stores());
      return [...commands];
    };
    await fill(stores(), 5);
    await stores().facts.recordOrders(Array.from({ length: 28 }, (_, day) => anOrder(`day ${String(day)}`, ['lamp'], { placedAt: at(day + 1), updatedAt: at(day + 1) })));
    const few = await commandsOf();
    const many = fc.sample(fc.nat(27), { numRuns: 2_000, seed: 1 }).map((day, index) => anOrder(`many ${String(index)}`, ['lamp'], { placedAt: at(day + 1), updatedAt: at(day + 1) }));
    await stores().facts.recordOrders(many);
    expect(await commandsOf()).toEqual(few);
    expect(few).toEqual(['find', 'getMore']);
  });
});
