import type { DemandOf } from '../serving/demand-index.js';
import { daysBetween, usualIntervalDays, waiting } from './buying-rhythm.js';
import type { PickEvidence } from './pick-evidence.js';
import { chanceOfBuyingAgain, type PurchaseRecord } from './pick-scorecard.js';
import type { BehaviourProfile, ProductHabit } from './profile.js';
import { shoppingDaysOf } from './shopping-days.js';

/** A habit of buying, and the chance that the next order holds its product, 0 to 1. */
export interface ScoredHabit {
  readonly habit: ProductHabit;
  readonly score: number;
}

/** How the customer of so many shopping days has bought the product of a habit. */
export const recordOf = ({ purchaseDays, recentDays }: ProductHabit, shoppingDays: number): PurchaseRecord => ({ purchaseDays, recentDays, shoppingDays });

/** What the chance of a habit's product is multiplied by at `now`: see `waiting`. */
export const waitOf = (habit: ProductHabit, wanted: DemandOf, now: Date): number =>
  waiting(habit.lastPurchasedAt === null ? 0 : daysBetween(habit.lastPurchasedAt, now), usualIntervalDays(habit, wanted));

/** What the customer bought and has not refused since. */
export const habitsOf = ({ products }: Pick<BehaviourProfile, 'products'>): readonly ProductHabit[] =>
  products.filter(({ purchases, notInterested }) => purchases > 0 && !notInterested);

/** The habits, each with the chance that its product is bought again. */
export const buyAgain = ({ profile, demand, now }: PickEvidence): readonly ScoredHabit[] => {
  const shoppingDays = shoppingDaysOf(profile);
  const scored: ScoredHabit[] = [];
  for (const habit of habitsOf(profile)) {
    const wanted = demand.of(habit.productId);
    const score = chanceOfBuyingAgain(recordOf(habit, shoppingDays), wanted) * waitOf(habit, wanted, now);
    if (score > 0) scored.push({ habit, score });
  }
  return scored;
};
