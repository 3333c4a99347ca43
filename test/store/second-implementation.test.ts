import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { expectSameCrossSell, expectSamePersonalisation, type Checked } from '../support/checked-scorecards.js';
import { LARGE_PERIOD, largeLog } from '../support/large-shop-logs.js';
import type { ShopLog } from '../support/naive-attribution.js';
import { someLog, someQuestion } from '../support/random-shop-logs.js';
import { shuffledWithRepeats } from '../support/random-shops.js';
import { openThrowAwayStore } from '../support/store.js';
import { openStores } from '../../src/stores/open.js';
import { allOf, inTurn, rollUpShop, tell, type ToldShop, type Told } from '../support/told-shop.js';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const WINDOW_DAYS = 3;

const withStores = async (run: (shop: ToldShop) => Promise<void>): Promise<void> => {
  const store = await openThrowAwayStore();
  const stores = openStores(store.address);
  try {
    await stores.prepare();
    await run(stores);
  } finally {
    await stores.close();
    await store.close();
  }
};

/** Tells a shop everything, with a roll-up after each third. */
const tellInThirds = async (shop: ToldShop, told: readonly Told[]): Promise<void> => {
  const third = Math.ceil(told.length / 3);
  for (const at of [0, 1, 2]) {
    await tell(shop, told.slice(at * third, (at + 1) * third), 25);
    await rollUpShop(shop, WINDOW_DAYS, new Date(NOW.getTime() + at));
  }
};

const checkedOf = (shop: ToldShop, log: ShopLog): Checked => ({ sheets: shop.sheets, log, windowDays: WINDOW_DAYS });

const telling = someLog(WINDOW_DAYS).chain((log) => fc.record({ log: fc.constant(log), told: shuffledWithRepeats(allOf(log)) }));
const asked = fc.record({ crossSell: fc.array(someQuestion('CROSS_SELL'), { minLength: 4, maxLength: 4 }), personalisation: fc.array(someQuestion('PERSONALISATION'), { minLength: 4, maxLength: 4 }) });

describe('scorecards from what is stored', () => {
  it('say what a second implementation says straight from the facts, with roll-ups in between', async () => {
    await fc.assert(
      fc.asyncProperty(telling, asked, async ({ log, told }, { crossSell, personalisation }) => {
        await withStores(async (shop) => {
          await tellInThirds(shop, inTurn(log, told, WINDOW_DAYS, ['pages']));
          for (const question of crossSell) await expectSameCrossSell(question, checkedOf(shop, log));
          for (const question of personalisation) await expectSamePersonalisation(question, checkedOf(shop, log));
        });
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);

  it('agree on uplifts too', async () => {
    const log = largeLog(11);
    await withStores(async (shop) => {
      await tellInThirds(shop, allOf(log));
      const question = { period: LARGE_PERIOD, placement: null, currencyCode: null };
      expect((await expectSameCrossSell(question, checkedOf(shop, log))).uplift).not.toBeNull();
      expect((await expectSamePersonalisation(question, checkedOf(shop, log))).repeatPurchaseUplift).not.toBeNull();
    });
  }, 60_000);

  it('are not changed by rolling up again', async () => {
    const log = largeLog(12);
    await withStores(async (shop) => {
      await tellInThirds(shop, allOf(log));
      expect(await rollUpShop(shop, WINDOW_DAYS, NOW)).toEqual({ days: 0 });
    });
  }, 60_000);
});
