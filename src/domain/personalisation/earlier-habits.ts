import type { ProductHabit } from './profile.js';
import { NEWEST_ORDERS } from './profile-settings.js';
import { KEPT_PER_DAY } from './shopping-days.js';

type Rhythm = Pick<ProductHabit, 'firstPurchasedAt' | 'purchaseDays' | 'chances' | 'recentDays'>;

/** A habit as it may be stored: profiles of earlier releases know less of its rhythm, until learning builds them again. */
export type StoredHabit = Omit<ProductHabit, keyof Rhythm> & Partial<Rhythm>;

const hasRhythm = (habit: StoredHabit): habit is ProductHabit =>
  habit.firstPurchasedAt !== undefined && habit.purchaseDays !== undefined && habit.chances !== undefined && habit.recentDays !== undefined;

/** Orders from the first purchase on, when it is where it would be among evenly spread ones: one purchase halves the time before and after. */
const likelyChances = (purchases: number, orders: number): number =>
  purchases === 0 ? 0 : Math.max(purchases, Math.round((Math.min(orders, NEWEST_ORDERS) * purchases) / (purchases + 1)));

/** What the purchase days count of late: the first of them is the first of the chances, and each other is any of the later ones. */
const likelyRecentDays = (purchaseDays: number, chances: number): number => {
  if (purchaseDays === 0) return 0;
  const later = Math.max(purchaseDays, chances) - 1;
  const first = KEPT_PER_DAY ** later;
  return later === 0 ? first : first + ((purchaseDays - 1) * (1 - first)) / ((1 - KEPT_PER_DAY) * later);
};

const completed = (habit: StoredHabit, orders: number): ProductHabit => {
  const { purchases, lastPurchasedAt } = habit;
  const { firstPurchasedAt = lastPurchasedAt, purchaseDays = purchases, chances = likelyChances(purchases, orders) } = habit;
  const { recentDays = likelyRecentDays(purchaseDays, chances) } = habit;
  return { ...habit, firstPurchasedAt, purchaseDays, chances, recentDays };
};

/**
 * The habits of a stored profile with this many orders. What a profile of an earlier release does not hold is filled in: each purchase on a day
 * of its own, on any of the chances, the customer's own interval unknown.
 */
export const completeHabits = (habits: readonly StoredHabit[], orders: number): readonly ProductHabit[] => {
  // A profile is written as a whole, and serving reads whole ones: those are not copied.
  if (habits.every(hasRhythm)) return habits;
  return habits.map((habit) => completed(habit, orders));
};
