import { CROSS_SELL_PLACEMENTS, PERSONAL_SURFACES } from '../../src/domain/merchandising/rule.js';
import type { CrossSellScorecard, Funnel, PersonalisationScorecard, Uplift } from '../../src/domain/measurement/scorecard.js';
import type { Report } from '../../src/report/report.js';

/** October 2026. */
export const OCTOBER = { from: new Date('2026-10-01T00:00:00Z'), until: new Date('2026-11-01T00:00:00Z') };

/** The Mondays of October 2026, after its first day. */
export const WEEKS = ['2026-10-01', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'].map((day) => new Date(`${day}T00:00:00Z`));

export const NO_FUNNEL: Funnel = { lists: 0, impressions: 0, clicks: 0, basketAdds: 0, orderLines: 0 };

/** An uplift whose interval is above zero. */
export const anUplift = (changes: Partial<Uplift> = {}): Uplift => ({
  treatment: 2410.25,
  holdout: 2290.125,
  difference: 120.125,
  low: 30.5,
  high: 210.75,
  treatmentSize: 4180,
  holdoutSize: 220,
  method: 'Welch t interval (Welch 1947)',
  ...changes,
});

/** A good month of cross-selling. */
export const aCrossSellScorecard = (changes: Partial<CrossSellScorecard> = {}): CrossSellScorecard => ({
  measuredAt: new Date('2026-11-01T06:12:00Z'),
  currencyCode: 'GBP',
  orders: 4417,
  ordersInOtherCurrencies: 38,
  averageOrderValueMinor: 2404,
  averageOrderValueWithCrossSellMinor: 3871,
  averageOrderValueWithoutMinor: 2163,
  attachRate: 0.1413,
  revenueShare: 0.0632,
  unitsPerOrder: 3.417,
  funnel: { lists: 21_904, impressions: 98_213, clicks: 4310, basketAdds: 1187, orderLines: 702 },
  uplift: anUplift(),
  upliftPerVisit: anUplift({ treatment: 93.4, holdout: 90.1, difference: 3.3, low: -4.25, high: 10.875, treatmentSize: 108_204, holdoutSize: 5713, method: 'Bootstrap-t (Efron 1981)' }),
  upliftShortfall: null,
  bySource: [
    { source: 'REQUIRED_COMPANION', impressions: 3120, clicks: 512, basketAdds: 301, orderLines: 214, revenueMinor: 85_411 },
    { source: 'RULE', impressions: 18_044, clicks: 1009, basketAdds: 287, orderLines: 171, revenueMinor: 201_905 },
    { source: 'APPROVED_PAIR', impressions: 9731, clicks: 611, basketAdds: 190, orderLines: 108, revenueMinor: 140_017 },
    { source: 'CO_PURCHASE', impressions: 54_316, clicks: 1934, basketAdds: 371, orderLines: 192, revenueMinor: 230_744 },
    { source: 'POPULAR', impressions: 13_002, clicks: 244, basketAdds: 38, orderLines: 17, revenueMinor: 12_951 },
  ],
  shownBy: { human: 30_895, learned: 54_316, fallback: 13_002 },
  topPairs: [
    { anchorId: 'skillet-26', productId: 'handle-cover', orderLines: 61, revenueMinor: 91_439 },
    { anchorId: 'skillet-26', productId: 'scrubber', orderLines: 58, revenueMinor: 75_342 },
    { anchorId: 'tent-4', productId: 'pegs', orderLines: 44, revenueMinor: 39_556 },
    { anchorId: 'lost-and-gone', productId: 'gas-230', orderLines: 31, revenueMinor: 21_545 },
  ],
  byWeek: [
    { from: WEEKS[0] ?? OCTOBER.from, orders: 571, averageOrderValueMinor: 2290, attachRate: 0.121, revenueShare: 0.051 },
    { from: WEEKS[1] ?? OCTOBER.from, orders: 979, averageOrderValueMinor: 2345, attachRate: 0.133, revenueShare: 0.0585 },
    { from: WEEKS[2] ?? OCTOBER.from, orders: 1003, averageOrderValueMinor: 2431, attachRate: 0.142, revenueShare: 0.0641 },
    { from: WEEKS[3] ?? OCTOBER.from, orders: 1015, averageOrderValueMinor: 2402, attachRate: 0.147, revenueShare: 0.0655 },
    { from: WEEKS[4] ?? OCTOBER.from, orders: 849, averageOrderValueMinor: 2512, attachRate: 0.158, revenueShare: 0.0723 },
  ],
  ...changes,
});

/** A month of personalisation that shows in one comparison only. */
export const aPersonalisationScorecard = (changes: Partial<PersonalisationScorecard> = {}): PersonalisationScorecard => ({
  measuredAt: new Date('2026-11-01T06:12:00Z'),
  currencyCode: 'GBP',
  orders: 3902,
  ordersInOtherCurrencies: 38,
  customers: 3174,
  repeatPurchaseRate: 0.1837,
  lifetimeValueMinor: 9420,
  revenueShare: 0.0871,
  retention: [
    { days: 30, rate: 0.2214, customers: 1021 },
    { days: 60, rate: 0.3127, customers: 644 },
    { days: 90, rate: null, customers: 0 },
  ],
  funnel: { lists: 40_118, impressions: 211_407, clicks: 9904, basketAdds: 2018, orderLines: 1246 },
  repeatPurchaseUplift: anUplift({ treatment: 0.0912, holdout: 0.0841, difference: 0.0071, low: -0.0203, high: 0.0309, treatmentSize: 9510, holdoutSize: 493, method: 'Newcombe hybrid score (Newcombe 1998)' }),
  lifetimeValueUplift: anUplift({ treatment: 812.4, holdout: 840.7, difference: -28.3, low: -151.2, high: 88.9, treatmentSize: 9510, holdoutSize: 493, method: 'Bootstrap-t (Efron 1981)' }),
  upliftShortfall: null,
  bySource: [
    { source: 'PINNED', impressions: 21_006, clicks: 902, basketAdds: 141, orderLines: 77, revenueMinor: 100_123 },
    { source: 'BUY_AGAIN', impressions: 50_812, clicks: 4127, basketAdds: 1096, orderLines: 741, revenueMinor: 402_338 },
    { source: 'SIMILAR_TO_RECENT', impressions: 61_344, clicks: 2811, basketAdds: 480, orderLines: 269, revenueMinor: 233_871 },
    { source: 'SHOPPERS_LIKE_YOU', impressions: 44_190, clicks: 1430, basketAdds: 219, orderLines: 118, revenueMinor: 99_406 },
    { source: 'POPULAR', impressions: 34_055, clicks: 634, basketAdds: 82, orderLines: 41, revenueMinor: 21_777 },
  ],
  shownBy: { human: 21_006, learned: 156_346, fallback: 34_055 },
  byWeek: [
    { from: WEEKS[0] ?? OCTOBER.from, customers: 498, returningShare: 0.611, revenueShare: 0.0805 },
    { from: WEEKS[1] ?? OCTOBER.from, customers: 846, returningShare: 0.602, revenueShare: 0.0851 },
    { from: WEEKS[2] ?? OCTOBER.from, customers: 871, returningShare: 0.623, revenueShare: 0.0872 },
    { from: WEEKS[3] ?? OCTOBER.from, customers: 880, returningShare: 0.633, revenueShare: 0.0893 },
    { from: WEEKS[4] ?? OCTOBER.from, customers: 762, returningShare: 0.641, revenueShare: 0.0928 },
  ],
  ...changes,
});

const NOTHING_YET = {
  measuredAt: null,
  currencyCode: null,
  orders: 0,
  ordersInOtherCurrencies: 0,
  revenueShare: null,
  funnel: NO_FUNNEL,
  bySource: [],
  shownBy: { human: 0, learned: 0, fallback: 0 },
};

/** Cross-selling in a shop that has just been made. */
export const anEmptyCrossSellScorecard = (changes: Partial<CrossSellScorecard> = {}): CrossSellScorecard => ({
  ...NOTHING_YET,
  upliftShortfall: 'There are no completed orders in this period',
  averageOrderValueMinor: null,
  averageOrderValueWithCrossSellMinor: null,
  averageOrderValueWithoutMinor: null,
  attachRate: null,
  unitsPerOrder: null,
  uplift: null,
  upliftPerVisit: null,
  topPairs: [],
  byWeek: WEEKS.map((from) => ({ from, orders: 0, averageOrderValueMinor: null, attachRate: null, revenueShare: null })),
  ...changes,
});

/** Personalisation in a shop that has just been made. */
export const anEmptyPersonalisationScorecard = (changes: Partial<PersonalisationScorecard> = {}): PersonalisationScorecard => ({
  ...NOTHING_YET,
  upliftShortfall: 'There are no completed orders of known customers in this period',
  customers: 0,
  repeatPurchaseRate: null,
  lifetimeValueMinor: null,
  retention: [30, 60, 90].map((days) => ({ days, rate: null, customers: 0 })),
  repeatPurchaseUplift: null,
  lifetimeValueUplift: null,
  byWeek: WEEKS.map((from) => ({ from, customers: 0, returningShare: null, revenueShare: null })),
  ...changes,
});

const WITHOUT_UPLIFT = { upliftShortfall: 'The holdout is the lane\'s: there is no uplift for one placement' };

const crossSellPlaces = [
  { lists: 15_021, impressions: 70_311, clicks: 3302, basketAdds: 801, orderLines: 469 },
  { lists: 6883, impressions: 27_902, clicks: 1008, basketAdds: 386, orderLines: 233 },
];

const personalPlaces = [
  { lists: 22_118, impressions: 120_402, clicks: 6120, basketAdds: 1310, orderLines: 801 },
  NO_FUNNEL,
  { lists: 18_000, impressions: 91_005, clicks: 3784, basketAdds: 708, orderLines: 445 },
];

/** A month with everything in it. */
export const aReport = (changes: Partial<Report> = {}): Report => ({
  title: 'Do recommendations help?',
  period: OCTOBER,
  crossSell: aCrossSellScorecard(),
  placements: CROSS_SELL_PLACEMENTS.map((placement, index) => ({
    placement,
    scorecard: aCrossSellScorecard({ ...WITHOUT_UPLIFT, uplift: null, upliftPerVisit: null, funnel: crossSellPlaces[index] ?? NO_FUNNEL, attachRate: 0.0911 / (index + 1), revenueShare: 0.0421 / (index + 1) }),
  })),
  personalisation: aPersonalisationScorecard(),
  surfaces: PERSONAL_SURFACES.map((placement, index) => ({
    placement,
    scorecard: aPersonalisationScorecard({ ...WITHOUT_UPLIFT, repeatPurchaseUplift: null, lifetimeValueUplift: null, funnel: personalPlaces[index] ?? NO_FUNNEL, revenueShare: 0.0533 / (index + 1) }),
  })),
  titles: new Map([
    ['skillet-26', 'Cast-iron skillet, 26 cm'],
    ['handle-cover', 'Silicone handle cover'],
    ['scrubber', 'Chainmail scrubber'],
    ['tent-4', 'Ridge tent for four'],
    ['pegs', 'Steel pegs, set of 12'],
    ['gas-230', 'Gas cartridge, 230 g'],
  ]),
  ...changes,
});

/** A shop that has just been made. */
export const anEmptyReport = (changes: Partial<Report> = {}): Report =>
  aReport({
    crossSell: anEmptyCrossSellScorecard(),
    placements: CROSS_SELL_PLACEMENTS.map((placement) => ({ placement, scorecard: anEmptyCrossSellScorecard(WITHOUT_UPLIFT) })),
    personalisation: anEmptyPersonalisationScorecard(),
    surfaces: PERSONAL_SURFACES.map((placement) => ({ placement, scorecard: anEmptyPersonalisationScorecard(WITHOUT_UPLIFT) })),
    titles: new Map(),
    ...changes,
  });
