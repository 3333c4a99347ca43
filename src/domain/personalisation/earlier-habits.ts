import type { ProductHabit } from './profile.js';
import { NEWEST_ORDERS } from './profile-settings.js';

type Rhythm = Pick<ProductHabit, 'firstPurchasedAt' | 'purchaseDays' | 'chances'>;

/** A habit as it may be stored: profiles from before there were rhythms have none, until learning builds them again. */
export type StoredHabit = Omit<ProductHabit, keyof Rhythm> & Partial<Rhythm>;

const hasRhythm = (habit: StoredHabit): habit is ProductHabit =>
  habit.firstPurchasedAt !== undefined && habit.purchaseDays !== undefined && habit.chances !== undefined;

/** Orders from the first purchase on, when it is where it would be among evenly spread ones: one purchase halves the time before and after. */
const likelyChances = (purchases: number, orders: number): number =>
  purchases === 0 ? 0 : Math.max(purchases, Math.round((Math.min(orders, NEWEST_ORDERS) * purchases) / (purchases + 1)));

/**
 * The habits of a stored profile with this many orders. What a profile of an earlier release does not hold is filled in: each purchase on a day
 * of its own, the customer's own interval unknown.
 */
export const completeHabits = (habits: readonly StoredHabit[], orders: number): readonly ProductHabit[] => {
  // A profile is written as a whole, and serving reads whole ones: those are not copied.
  if (habits.every(hasRhythm)) return habits;
  return habits.map((habit) => ({
    ...habit,
    firstPurchasedAt: habit.lastPurchasedAt,
    purchaseDays: habit.purchases,
    chances: likelyChances(habit.purchases, orders),
  }));
};
