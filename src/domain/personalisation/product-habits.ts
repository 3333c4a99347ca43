import { decay } from '../learning/decay.js';
import type { BehaviourEvent } from './behaviour-events.js';
import type { ProductHabit } from './profile.js';
import { INTEREST_WEIGHTS, type ProfileHalfLives, PURCHASE_WEIGHT } from './profile-settings.js';
import { isOnDayOf, type ShoppingDays, shoppingDaysIn } from './shopping-days.js';

/** A habit while it is folded; it is not changed once it has been handed out. */
type GrowingHabit = { -readonly [Field in keyof ProductHabit]: ProductHabit[Field] };

const noHabit = (productId: string): GrowingHabit => ({
  productId,
  purchases: 0,
  firstPurchasedAt: null,
  lastPurchasedAt: null,
  purchaseDays: 0,
  chances: 0,
  recentDays: 0,
  purchaseWeight: 0,
  interestWeight: 0,
  lastSeenAt: null,
  notInterested: false,
});

const takePurchase = (habit: GrowingHabit, at: number, weight: number, days: ShoppingDays): void => {
  const time = new Date(at);
  if (!isOnDayOf(at, habit.lastPurchasedAt)) {
    habit.purchaseDays += 1;
    habit.recentDays += days.recency(at);
  }
  habit.purchases += 1;
  habit.firstPurchasedAt ??= time;
  habit.lastPurchasedAt = time;
  habit.purchaseWeight += weight;
  habit.notInterested = false;
};

const takeInterest = (habit: GrowingHabit, { act, at }: BehaviourEvent, weight: number): void => {
  habit.notInterested &&= act !== 'ADD_TO_BASKET';
  // Looking again at what one has asked to see less of is not yet interest; putting it in the basket is.
  habit.interestWeight = habit.notInterested ? 0 : Math.max(0, habit.interestWeight + weight);
  if (act !== 'REMOVE_FROM_BASKET') habit.lastSeenAt = new Date(at);
};

const take = (habit: GrowingHabit, event: BehaviourEvent, asOf: number, days: ShoppingDays, settings: ProfileHalfLives): void => {
  if (event.act === 'PURCHASE') takePurchase(habit, event.at, decay(event.at, asOf, settings.purchaseHalfLifeDays), days);
  else if (event.act === 'NOT_INTERESTED') {
    habit.notInterested = true;
    habit.interestWeight = 0;
  } else takeInterest(habit, event, INTEREST_WEIGHTS[event.act] * decay(event.at, asOf, settings.interestHalfLifeDays));
};

/** How strongly a customer is drawn to a product: purchases and interest on one scale. */
export const habitStrength = ({ purchaseWeight, interestWeight }: ProductHabit): number =>
  PURCHASE_WEIGHT * purchaseWeight + interestWeight;

/** Folds events, oldest first, into one habit per product; by product id. All weights are relative to `asOf`, so their order in time suffices. */
export const foldHabits = (events: readonly BehaviourEvent[], asOf: number, settings: ProfileHalfLives): readonly ProductHabit[] => {
  const habits = new Map<string, GrowingHabit>();
  const days = shoppingDaysIn(events);
  for (const event of events) {
    const known = habits.get(event.productId);
    const habit = known ?? noHabit(event.productId);
    if (known === undefined) habits.set(event.productId, habit);
    take(habit, event, asOf, days, settings);
  }
  for (const habit of habits.values()) habit.chances = days.since(habit.firstPurchasedAt);
  return [...habits.values()].sort((a, b) => (a.productId < b.productId ? -1 : 1));
};

const byStrength = (a: ProductHabit, b: ProductHabit): number =>
  habitStrength(b) - habitStrength(a) || (a.productId < b.productId ? -1 : 1);

/**
 * The strongest habits, strongest first. Half of the room is kept for products the customer asked to see less of: they are the weakest, and
 * forgetting them would show them again.
 */
export const strongestHabits = (habits: readonly ProductHabit[], limit: number): readonly ProductHabit[] => {
  const sorted = [...habits].sort(byStrength);
  if (!sorted.some(({ notInterested }) => notInterested)) return sorted.slice(0, limit);
  const unwanted = sorted.filter(({ notInterested }) => notInterested).slice(0, Math.ceil(limit / 2));
  const wanted = sorted.filter(({ notInterested }) => !notInterested).slice(0, limit - unwanted.length);
  return [...unwanted, ...wanted].sort(byStrength);
};
