import { decay } from '../learning/decay.js';
import type { BehaviourEvent } from './behaviour-events.js';
import type { ProductHabit } from './profile.js';
import { INTEREST_WEIGHTS, type ProfileHalfLives, PURCHASE_WEIGHT } from './profile-settings.js';
import { chancesSince, isOnDayOf } from './shopping-days.js';

const NO_HABIT = {
  purchases: 0,
  firstPurchasedAt: null,
  lastPurchasedAt: null,
  purchaseDays: 0,
  chances: 0,
  purchaseWeight: 0,
  interestWeight: 0,
  lastSeenAt: null,
  notInterested: false,
} as const satisfies Omit<ProductHabit, 'productId'>;

const afterPurchase = (habit: ProductHabit, { at }: BehaviourEvent, weight: number): ProductHabit => ({
  ...habit,
  purchases: habit.purchases + 1,
  firstPurchasedAt: habit.firstPurchasedAt ?? new Date(at),
  lastPurchasedAt: new Date(at),
  purchaseDays: habit.purchaseDays + (isOnDayOf(at, habit.lastPurchasedAt) ? 0 : 1),
  purchaseWeight: habit.purchaseWeight + weight,
  notInterested: false,
});

const afterInterest = (habit: ProductHabit, { act, at }: BehaviourEvent, weight: number): ProductHabit => {
  const notInterested = habit.notInterested && act !== 'ADD_TO_BASKET';
  return {
    ...habit,
    notInterested,
    // Looking again at what one has asked to see less of is not yet interest; putting it in the basket is.
    interestWeight: notInterested ? 0 : Math.max(0, habit.interestWeight + weight),
    lastSeenAt: act === 'REMOVE_FROM_BASKET' ? habit.lastSeenAt : new Date(at),
  };
};

const afterEvent = (habit: ProductHabit, event: BehaviourEvent, asOf: number, settings: ProfileHalfLives): ProductHabit => {
  if (event.act === 'PURCHASE') return afterPurchase(habit, event, decay(event.at, asOf, settings.purchaseHalfLifeDays));
  if (event.act === 'NOT_INTERESTED') return { ...habit, notInterested: true, interestWeight: 0 };
  return afterInterest(habit, event, INTEREST_WEIGHTS[event.act] * decay(event.at, asOf, settings.interestHalfLifeDays));
};

/** How strongly a customer is drawn to a product: purchases and interest on one scale. */
export const habitStrength = ({ purchaseWeight, interestWeight }: ProductHabit): number =>
  PURCHASE_WEIGHT * purchaseWeight + interestWeight;

/** Folds events, oldest first, into one habit per product; by product id. All weights are relative to `asOf`, so their order in time suffices. */
export const foldHabits = (events: readonly BehaviourEvent[], asOf: number, settings: ProfileHalfLives): readonly ProductHabit[] => {
  const habits = new Map<string, ProductHabit>();
  for (const event of events) {
    const { productId } = event;
    habits.set(productId, afterEvent(habits.get(productId) ?? { productId, ...NO_HABIT }, event, asOf, settings));
  }
  const chances = chancesSince(events);
  return [...habits.values()]
    .map((habit) => ({ ...habit, chances: chances(habit.firstPurchasedAt) }))
    .sort((a, b) => (a.productId < b.productId ? -1 : 1));
};

const byStrength = (a: ProductHabit, b: ProductHabit): number =>
  habitStrength(b) - habitStrength(a) || (a.productId < b.productId ? -1 : 1);

/**
 * The strongest habits, strongest first. Half of the room is kept for products the customer asked to see less of: they are the weakest, and
 * forgetting them would show them again.
 */
export const strongestHabits = (habits: readonly ProductHabit[], limit: number): readonly ProductHabit[] => {
  const sorted = [...habits].sort(byStrength);
  const unwanted = sorted.filter(({ notInterested }) => notInterested).slice(0, Math.ceil(limit / 2));
  const wanted = sorted.filter(({ notInterested }) => !notInterested).slice(0, limit - unwanted.length);
  return [...unwanted, ...wanted].sort(byStrength);
};
