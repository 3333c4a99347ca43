import { describe, expect, it } from 'vitest';

import type { Interaction } from '../../../src/domain/facts/interaction.js';
import type { Order } from '../../../src/domain/facts/order.js';
import { foldProfile } from '../../../src/domain/personalisation/fold-profile.js';
import { boughtSeeds } from '../../../src/domain/personalisation/pick-seeds.js';
import { type ProfileHalfLives, settingsWith } from '../../../src/domain/personalisation/profile-settings.js';
import { scorePicks } from '../../../src/domain/personalisation/score-picks.js';
import { NO_DEMAND } from '../../../src/domain/serving/demand-index.js';
import { someSimilar } from '../../support/builders.js';
import { bought, daysAgo, did, product, TODAY } from '../../support/learning-facts.js';

const USUAL: ProfileHalfLives = { purchaseHalfLifeDays: 180, interestHalfLifeDays: 14 };

const products = new Map(
  [
    ['crackers', 'christmas'],
    ['lights', 'christmas'],
    ['seeds', 'garden'],
    ['spade', 'garden'],
  ].map(([id = '', category = '']) => [id, product(id, { categoryPath: [category] })]),
);

const profileOf = (orders: readonly Order[], interactions: readonly Interaction[], halfLives: Partial<ProfileHalfLives>) =>
  foldProfile(
    { customerId: 'ann', orders, interactions, orderTotals: null, interactionTotals: null },
    products,
    settingsWith({ ...USUAL, ...halfLives }),
  );

/** Christmas bought again and again half a year ago, and something for the garden of late. */
const YEAR = [
  ...[200, 195, 190, 185].map((days) => bought(`xmas${days}`, 'ann', ['crackers'], daysAgo(days))),
  ...[20, 5].map((days) => bought(`spring${days}`, 'ann', ['seeds'], daysAgo(days))),
];

describe('a season that is over', () => {
  const favourites = (orders: readonly Order[], interactions: readonly Interaction[], halfLives: Partial<ProfileHalfLives>) =>
    profileOf(orders, interactions, halfLives).categories.map(({ id }) => id);

  it('fades from what a customer likes as fast as purchases are forgotten', () => {
    expect(favourites(YEAR, [], { purchaseHalfLifeDays: 30 })).toEqual(['garden', 'christmas']);
    expect(favourites(YEAR, [], { purchaseHalfLifeDays: 3_650 })).toEqual(['christmas', 'garden']);
  });

  it('fades from what they looked at as fast as interest is forgotten, which purchases do not follow', () => {
    const looks = [
      ...[40, 39, 38].map((days) => did(`x${days}`, { customerId: 'ann', productId: 'lights', at: daysAgo(days) })),
      did('s1', { customerId: 'ann', productId: 'spade' }),
    ];
    expect(favourites([], looks, { interestHalfLifeDays: 7 })).toEqual(['garden', 'christmas']);
    expect(favourites([], looks, { interestHalfLifeDays: 365 })).toEqual(['christmas', 'garden']);
    expect(favourites([], looks, { interestHalfLifeDays: 365, purchaseHalfLifeDays: 1 })).toEqual(['christmas', 'garden']);
  });

  it('leads to fewer picks than what came after it, sooner where purchases are forgotten sooner', () => {
    const similarity = new Map(
      [someSimilar('crackers', { bought: { lights: 0.3 } }), someSimilar('seeds', { bought: { spade: 0.3 } })].map((each) => [each.productId, each]),
    );
    const discovered = (purchaseHalfLifeDays: number) =>
      scorePicks({
        profile: { ...profileOf(YEAR, [], { purchaseHalfLifeDays }), categories: [] },
        similarity,
        ...{ popularity: new Map(), demand: NO_DEMAND, viewedId: null, categoryPaths: new Map(), withinCategory: null, wantedIds: [], now: TODAY },
      }).flatMap(({ productId, source }) => (source === 'SHOPPERS_LIKE_YOU' ? [productId] : []));
    expect(discovered(30)).toEqual(['spade', 'lights']);
    expect(discovered(3_650)).toEqual(['lights', 'spade']);
  });
});

describe('a profile that was folded before the shop changed its mind', () => {
  it('goes on fading by the half-life that it was folded with', () => {
    const weightLater = (purchaseHalfLifeDays: number) => {
      const profile = profileOf([bought('o1', 'ann', ['seeds'])], [], { purchaseHalfLifeDays });
      return boughtSeeds(profile, daysAgo(-60)).map(({ weight }) => weight);
    };
    expect([weightLater(30), weightLater(60), weightLater(120)]).toEqual([[0.25], [0.5], [Math.SQRT1_2]]);
  });

  it('weighs a purchase the same whenever the last other fact was: what is old at folding and what grows old after it are one decay', () => {
    const order = bought('o1', 'ann', ['seeds'], daysAgo(90));
    const later = did('v1', { customerId: 'ann', productId: 'spade', at: daysAgo(30) });
    const [early, late] = [profileOf([order], [], { purchaseHalfLifeDays: 45 }), profileOf([order], [later], { purchaseHalfLifeDays: 45 })];
    for (const profile of [early, late]) expect(boughtSeeds(profile, TODAY)[0]?.weight).toBeCloseTo(0.25, 12);
  });
});
