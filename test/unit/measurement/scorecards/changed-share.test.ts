import { describe, expect, it } from 'vitest';

import type { DaySheet } from '../../../../src/domain/measurement/day-sheet.js';
import type { Period } from '../../../../src/domain/measurement/scorecard.js';
import { crossSellScorecardFor } from '../../../../src/domain/measurement/scorecards/cross-sell-scorecard.js';
import { personalisationScorecardFor } from '../../../../src/domain/measurement/scorecards/personalisation-scorecard.js';
import { aQuestion, heldSheets, on } from '../../../support/day-sheets.js';
import { growingShop } from '../../../support/simulated-shops.js';

const SHOPS = 40;
const OCTOBER: Period = { from: on('2026-10-01'), until: on('2026-10-31') };
const NOVEMBER: Period = { from: on('2026-10-31'), until: on('2026-11-30') };
const BOTH: Period = { from: OCTOBER.from, until: NOVEMBER.until };
const CHANGED = 'The share that is held out changed in this time: ask for a period after the change';

/** In the second month everybody spends 30 % more, whatever their arm: there is no true effect. */
const shop = (seed: number, shares: readonly [first: number, second: number]): readonly DaySheet[] =>
  growingShop((day) => ({ share: day < 30 ? shares[0] : shares[1], level: day < 30 ? 1 : 1.3 }), seed);

const askedFor = async (sheets: readonly DaySheet[], period: Period) => ({
  crossSell: await crossSellScorecardFor(aQuestion({ period }), heldSheets(sheets)),
  personalisation: await personalisationScorecardFor(aQuestion({ period }), heldSheets(sheets)),
});

const uplifts = ({ crossSell, personalisation }: Awaited<ReturnType<typeof askedFor>>) => [
  crossSell.uplift,
  crossSell.upliftPerVisit,
  personalisation.repeatPurchaseUplift,
  personalisation.lifetimeValueUplift,
];

describe('a holdout share that was changed in the period', () => {
  it.each<readonly [first: number, second: number]>([[0.05, 0.3], [0, 0.05], [0.3, 0.05]])('from %d to %d makes up no effect in any shop', async (...shares) => {
    for (let seed = 1; seed <= SHOPS; seed += 1) {
      const cards = await askedFor(shop(seed, shares), BOTH);
      expect(uplifts(cards)).toEqual([null, null, null, null]);
      expect([cards.crossSell.upliftShortfall, cards.personalisation.upliftShortfall]).toEqual([CHANGED, CHANGED]);
    }
  });

  it('is found out within a week, too', async () => {
    const sheets = growingShop((day) => ({ share: day < 3 ? 0.05 : 0.3, level: 1 }), 1);
    const { crossSell } = await askedFor(sheets, { from: OCTOBER.from, until: on('2026-10-08') });
    expect(crossSell).toMatchObject({ uplift: null, upliftPerVisit: null, upliftShortfall: CHANGED });
  });
});

describe('a holdout share that was changed before the period', () => {
  it('leaves visits of the period to be compared: they began after the change', async () => {
    const { crossSell } = await askedFor(shop(1, [0.05, 0.3]), NOVEMBER);
    expect(crossSell.upliftShortfall).toBeNull();
    expect(crossSell.uplift?.low).toBeLessThan(0);
    expect(crossSell.uplift?.high).toBeGreaterThan(0);
  });

  it('leaves customers whose part began in the period to be compared, and says that it did', async () => {
    const sheets = shop(1, [0.05, 0.3]);
    const { personalisation } = await askedFor(sheets, NOVEMBER);
    const began = sheets.slice(30).flatMap(({ exposed }) => exposed.filter(({ lane }) => lane === 'PERSONALISATION'));
    const units = (arm: string): number => began.filter((row) => row.arm === arm).reduce((sum, row) => sum + row.units, 0);
    expect(personalisation.upliftShortfall).toBeNull();
    expect(personalisation.lifetimeValueUplift).toMatchObject({ treatmentSize: units('TREATMENT'), holdoutSize: units('HOLDOUT') });
    expect(personalisation.lifetimeValueUplift?.method).toMatch(/; only customers whose part began in the period, because the share that is held out changed before it$/);
    expect(personalisation.repeatPurchaseUplift?.holdoutSize).toBe(units('HOLDOUT'));
  });

  it('says so where there are too few of them', async () => {
    const { personalisation } = await askedFor(shop(1, [0.3, 0.05]), { from: on('2026-11-28'), until: on('2026-11-30') });
    expect(personalisation.lifetimeValueUplift).toBeNull();
    expect(personalisation.upliftShortfall).toMatch(
      /^The share that is held out changed before the period, so only customers whose part began in it are compared: \d+ customers are in the holdout, at least 100 are needed$/,
    );
  });

  it('tells of no effect more often than chance', async () => {
    let told = 0;
    for (let seed = 1; seed <= SHOPS; seed += 1) {
      for (const uplift of uplifts(await askedFor(shop(seed, [0.05, 0.3]), NOVEMBER))) if (uplift !== null && (uplift.low > 0 || uplift.high < 0)) told += 1;
    }
    expect(told).toBeLessThanOrEqual(16);
  });
});

describe('a holdout share that stays', () => {
  it('is compared, in every shop', async () => {
    for (let seed = 1; seed <= SHOPS; seed += 1) {
      const cards = await askedFor(shop(seed, [0.2, 0.2]), BOTH);
      expect(uplifts(cards).every((uplift) => uplift !== null)).toBe(true);
      expect(cards.personalisation.lifetimeValueUplift?.method).not.toContain('only customers');
    }
  });
});
