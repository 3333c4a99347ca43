import { daysBetween, usualIntervalDays, waiting } from './buying-rhythm.js';
import type { PickEvidence } from './pick-evidence.js';
import { chanceOfBuyingAgain } from './pick-scorecard.js';
import type { ProductHabit } from './profile.js';

/** A habit of buying, and the chance that the next order holds its product, 0 to 1. */
export interface ScoredHabit {
  readonly habit: ProductHabit;
  readonly score: number;
}

const scoreOf = (habit: ProductHabit, { demand, now }: Pick<PickEvidence, 'demand' | 'now'>): number => {
  const daysSince = habit.lastPurchasedAt === null ? 0 : daysBetween(habit.lastPurchasedAt, now);
  const wanted = demand.of(habit.productId);
  const { purchaseDays, chances } = habit;
  return (
    chanceOfBuyingAgain({ purchaseDays, chances, daysSince }, wanted) *
    waiting(daysSince, usualIntervalDays(habit, wanted))
  );
};

/** What the customer bought and has not refused since, each with its chance of being bought again. */
export const buyAgain = (evidence: PickEvidence): readonly ScoredHabit[] => {
  const scored: ScoredHabit[] = [];
  for (const habit of evidence.profile.products) {
    if (habit.purchases === 0 || habit.notInterested) continue;
    const score = scoreOf(habit, evidence);
    if (score > 0) scored.push({ habit, score });
  }
  return scored;
};
