import { describe, expect, it } from 'vitest';

import type { Uplift } from '../../../../src/domain/measurement/scorecard.js';
import { crossSellScorecardFor } from '../../../../src/domain/measurement/scorecards/cross-sell-scorecard.js';
import { personalisationScorecardFor } from '../../../../src/domain/measurement/scorecards/personalisation-scorecard.js';
import { aQuestion, heldSheets } from '../../../support/day-sheets.js';
import { type Lanes, simulatedShop, trueEffectsOf } from '../../../support/simulated-shops.js';

const SHOPS = 60;
const MEASURES = ['perOrder', 'perVisit', 'lifetimeValue', 'repeatPurchase'] as const;

type ByMeasure<T> = Readonly<Record<(typeof MEASURES)[number], T>>;

const upliftsOf = async (lanes: Lanes, seed: number): Promise<ByMeasure<Uplift | null>> => {
  const sheets = heldSheets(simulatedShop(lanes, seed));
  const crossSell = await crossSellScorecardFor(aQuestion(), sheets);
  const personal = await personalisationScorecardFor(aQuestion(), sheets);
  return {
    perOrder: crossSell.uplift,
    perVisit: crossSell.upliftPerVisit,
    lifetimeValue: personal.lifetimeValueUplift,
    repeatPurchase: personal.repeatPurchaseUplift,
  };
};

/** In how many shops each interval holds the truth, and in how many it speaks of an effect; a missing uplift does neither. */
const judged = async (lanes: Lanes): Promise<ByMeasure<{ readonly covered: number; readonly told: number }>> => {
  const truth = trueEffectsOf(lanes);
  const shops: ByMeasure<Uplift | null>[] = [];
  for (let seed = 1; seed <= SHOPS; seed += 1) shops.push(await upliftsOf(lanes, seed));
  const count = (holds: (uplift: Uplift, measure: (typeof MEASURES)[number]) => boolean, measure: (typeof MEASURES)[number]): number =>
    shops.filter((shop) => {
      const uplift = shop[measure];
      return uplift !== null && holds(uplift, measure);
    }).length;
  const of = (measure: (typeof MEASURES)[number]) => ({
    covered: count(({ low, high }) => low <= truth[measure] && truth[measure] <= high, measure),
    told: count(({ low, high }) => low > 0 || high < 0, measure),
  });
  return { perOrder: of('perOrder'), perVisit: of('perVisit'), lifetimeValue: of('lifetimeValue'), repeatPurchase: of('repeatPurchase') };
};

// The larger simulation, at holdouts of 5 and 10 %, is bench/measurement/simulate.mjs. An honest 95 % interval misses in none to eight of 60 shops.
describe('in simulated shops whose true effects are known the intervals', () => {
  it.each([
    ['do good', { attach: { TREATMENT: 0.6, HOLDOUT: 0.2 }, conversion: { TREATMENT: 0.35, HOLDOUT: 0.25 } }],
    ['do harm', { attach: { TREATMENT: 0.1, HOLDOUT: 0.4 }, conversion: { TREATMENT: 0.22, HOLDOUT: 0.28 } }],
  ])('hold the truth where both lanes %s', async (_, lanes) => {
    const found = await judged(lanes);
    for (const measure of MEASURES) expect(found[measure].covered).toBeGreaterThanOrEqual(SHOPS - 8);
    expect(found.repeatPurchase.told).toBeGreaterThan(10);
  });

  it('hold 0 where neither lane does anything', async () => {
    const found = await judged({ attach: { TREATMENT: 0.3, HOLDOUT: 0.3 }, conversion: { TREATMENT: 0.25, HOLDOUT: 0.25 } });
    for (const measure of MEASURES) {
      expect(found[measure].covered).toBeGreaterThanOrEqual(SHOPS - 8);
      expect(found[measure].told).toBe(SHOPS - found[measure].covered);
    }
  });
});
