import { describe, expect, it } from 'vitest';
import { boughtSeeds, seedIdsOf } from '../../../src/domain/personalisation/pick-seeds.js';
import { NOW } from '../../support/builders.js';
import { aHabit, aProfile } from '../../support/profiles.js';

const coffee = aHabit('coffee', { purchases: 4, purchaseWeight: 2, interestWeight: 1 });
const kettle = aHabit('kettle', { purchases: 1, purchaseWeight: 1 });
const drone = aHabit('drone', { interestWeight: 3 });
const daysLater = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

describe('the seeds of picks', () => {
  it('are what was looked at and bought, and the product being viewed, each once', () => {
    const profile = aProfile({ products: [coffee, drone, kettle, aHabit('seen')] });
    expect(seedIdsOf(profile, null)).toEqual(['drone', 'coffee', 'kettle']);
    expect(seedIdsOf(profile, 'coffee')).toEqual(['coffee', 'drone', 'kettle']);
  });

  it('are the strongest twenty of what was looked at and fifty of what was bought, ties by id', () => {
    const many = (changes: Parameters<typeof aHabit>[1], stronger: Parameters<typeof aHabit>[1]) =>
      Array.from({ length: 60 }, (_, index) => aHabit(`p${String(index + 10)}`, index < 2 ? stronger : changes)).toReversed();
    const looks = many({ interestWeight: 1 }, { interestWeight: 9 });
    expect(seedIdsOf(aProfile({ products: looks }), null)).toEqual(looks.toReversed().slice(0, 20).map(({ productId }) => productId));
    const purchases = many({ purchaseWeight: 1 }, { purchaseWeight: 9 });
    expect(seedIdsOf(aProfile({ products: purchases }), null)).toEqual(purchases.toReversed().slice(0, 50).map(({ productId }) => productId));
  });

  it('are not what the customer asked to see less of', () => {
    expect(seedIdsOf(aProfile({ products: [{ ...coffee, notInterested: true }, kettle] }), null)).toEqual(['kettle']);
  });

  it('that were bought count half after half a year, and never more than when the newest fact happened', () => {
    const profile = aProfile({ products: [kettle] });
    const weightAt = (days: number) => boughtSeeds(profile, daysLater(days)).map(({ weight }) => weight);
    expect([weightAt(180), weightAt(0), weightAt(-9)]).toEqual([[0.5], [1], [1]]);
    expect(boughtSeeds({ ...profile, asOf: null }, NOW)).toEqual([{ productId: 'kettle', weight: 1 }]);
  });
});
