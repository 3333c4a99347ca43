import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Lane } from '../../../src/domain/merchandising/rule.js';
import { expectSameCrossSell, expectSamePersonalisation, type Checked } from '../../support/checked-scorecards.js';
import { AFTER_CHANGE, changingShare, LARGE_PERIOD, largeLog } from '../../support/large-shop-logs.js';
import { type ShopLog, standingOrders } from '../../support/naive-attribution.js';
import { comparableSheet, naiveSheet } from '../../support/naive-sheets.js';
import { InMemoryMeasured } from '../../support/in-memory-measured.js';
import { someLog, someQuestion } from '../../support/random-shop-logs.js';
import { shuffledWithRepeats } from '../../support/random-shops.js';
import { allOf, inTurn, rollUpShop, tell, type Told } from '../../support/told-shop.js';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const WINDOWS = fc.constantFrom(1, 3, 7);

/** A log, told in any sequence with repeats, in pieces after each of which sheets are made: mostly with the same window, seldom with another. */
const someTelling = WINDOWS.chain((windowDays) =>
  someLog(windowDays).chain((log) =>
    fc.record({
      log: fc.constant(log),
      windowDays: fc.constant(windowDays),
      told: shuffledWithRepeats(allOf(log)),
      atOnce: fc.integer({ min: 1, max: 20 }),
      pauses: fc.array(fc.record({ at: fc.nat(100), windowDays: fc.oneof({ weight: 4, arbitrary: fc.constant(windowDays) }, { weight: 1, arbitrary: WINDOWS }) }), { maxLength: 3 }),
    }),
  ),
);

interface Telling {
  readonly log: ShopLog;
  readonly windowDays: number;
  readonly told: readonly Told[];
  readonly atOnce: number;
  readonly pauses: readonly { readonly at: number; readonly windowDays: number }[];
}

const tellAll = async ({ log, windowDays, told: disordered, atOnce, pauses }: Telling): Promise<Checked> => {
  const memory = new InMemoryMeasured();
  const shop = { facts: memory, servingLog: memory, measured: memory, sheets: memory };
  const told = inTurn(log, disordered, Math.min(windowDays, ...pauses.map((pause) => pause.windowDays)));
  let from = 0;
  for (const pause of pauses.toSorted((a, b) => a.at - b.at)) {
    const until = Math.max(from, Math.floor((told.length * pause.at) / 100));
    await tell(shop, told.slice(from, until), atOnce);
    await rollUpShop(shop, pause.windowDays, NOW);
    from = until;
  }
  await tell(shop, told.slice(from), atOnce);
  await rollUpShop(shop, windowDays, NOW);
  return { sheets: shop.sheets, log, windowDays };
};

const telling = (log: ShopLog): Telling => ({ log, windowDays: 7, told: allOf(log), atOnce: 100, pauses: [] });

const questions = (lane: Lane) => fc.array(someQuestion(lane), { minLength: 1, maxLength: 4 });

describe('day sheets', () => {
  it('say of every day what a second implementation says straight from the facts', async () => {
    await fc.assert(
      fc.asyncProperty(someTelling, async (shop) => {
        const { sheets, log, windowDays } = await tellAll(shop);
        const days = new Set(standingOrders(log).map(({ placedAt }) => placedAt.toISOString().slice(0, 10)));
        for await (const sheet of sheets.sheets(null, '9999-12-31')) {
          expect(naiveSheet(log, sheet.day, windowDays)).toEqual(comparableSheet(sheet));
          days.delete(sheet.day);
        }
        expect(days).toEqual(new Set());
      }),
      { numRuns: 300, endOnFailure: true },
    );
  }, 120_000);
});

describe('scorecards from day sheets', () => {
  it('say of cross-selling what a second implementation says straight from the facts, figure by figure', async () => {
    await fc.assert(
      fc.asyncProperty(someTelling, questions('CROSS_SELL'), async (shop, asked) => {
        const checked = await tellAll(shop);
        for (const question of asked) await expectSameCrossSell(question, checked);
      }),
      { numRuns: 400, endOnFailure: true },
    );
  }, 120_000);

  it('say of personalisation what a second implementation says straight from the facts, figure by figure', async () => {
    await fc.assert(
      fc.asyncProperty(someTelling, questions('PERSONALISATION'), async (shop, asked) => {
        const checked = await tellAll(shop);
        for (const question of asked) await expectSamePersonalisation(question, checked);
      }),
      { numRuns: 400, endOnFailure: true },
    );
  }, 120_000);

  it.each([1, 2])('agree on uplifts where both arms are large enough, in shop %i', async (seed) => {
    const checked = await tellAll(telling(largeLog(seed)));
    for (const currencyCode of [null, 'EUR']) {
      const question = { period: LARGE_PERIOD, placement: null, currencyCode };
      const crossSell = await expectSameCrossSell(question, checked);
      const personalisation = await expectSamePersonalisation(question, checked);
      const isJudged = currencyCode !== 'EUR';
      for (const uplift of [crossSell.uplift, crossSell.upliftPerVisit, personalisation.repeatPurchaseUplift, personalisation.lifetimeValueUplift]) {
        if (isJudged) expect(uplift).not.toBeNull();
      }
      if (!isJudged) expect(crossSell.uplift).toBeNull();
    }
    const oneList = await expectSameCrossSell({ period: LARGE_PERIOD, placement: 'BASKET', currencyCode: null }, checked);
    expect(oneList).toMatchObject({ uplift: null, upliftPerVisit: null });
    expect(oneList.topPairs.length).toBeGreaterThan(0);
    const oneSurface = await expectSamePersonalisation({ period: LARGE_PERIOD, placement: 'HOME', currencyCode: null }, checked);
    expect(oneSurface).toMatchObject({ repeatPurchaseUplift: null, lifetimeValueUplift: null });
  });

  it.each([1, 2])('agree on what can be compared where the share that is held out changed, in shop %i', async (seed) => {
    const checked = await tellAll(telling(largeLog(seed, changingShare)));
    const over = { period: LARGE_PERIOD, placement: null, currencyCode: null };
    expect(await expectSameCrossSell(over, checked)).toMatchObject({ uplift: null, upliftPerVisit: null });
    expect(await expectSamePersonalisation(over, checked)).toMatchObject({ repeatPurchaseUplift: null, lifetimeValueUplift: null });
    const after = { ...over, period: AFTER_CHANGE };
    expect((await expectSameCrossSell(after, checked)).upliftPerVisit).not.toBeNull();
    expect((await expectSamePersonalisation(after, checked)).lifetimeValueUplift?.method).toContain('only customers');
  });

  it('are alike for a shop without facts', async () => {
    const checked = await tellAll(telling({ orders: [], interactions: [], pages: [], exposures: [] }));
    const question = { period: LARGE_PERIOD, placement: null, currencyCode: null };
    expect(await expectSameCrossSell(question, checked)).toMatchObject({ orders: 0, currencyCode: null, attachRate: null });
    expect(await expectSamePersonalisation(question, checked)).toMatchObject({ customers: 0, lifetimeValueMinor: null });
  });
});
