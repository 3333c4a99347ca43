import type { ByKind } from './anchor-learner.js';
import type { LearningFacts } from './collect-facts.js';
import { createPairCounter, type PairCounter, type PairCounting } from './count-pairs.js';
import { groupByCustomer } from './customer-groups.js';
import { groupByOccasion, type Grouping, type Groups } from './groups.js';
import { countOccurrences, type PairTotals } from './occurrences.js';
import type { LearningSettings } from './settings.js';
import { SUBSTITUTE_MIN_VISITS } from './substitutes.js';

const EPOCH = new Date(0);

/** Groups with how often each product occurs in them. */
export interface CountedGroups extends PairTotals {
  readonly groups: Groups;
}

const counted = (groups: Groups): CountedGroups => ({ groups, occurrences: countOccurrences(groups) });

/** The groups of each kind that pairs are counted in. */
export const groupsOf = ({ productIds, windows, orders, visits }: LearningFacts, settings: LearningSettings): ByKind<CountedGroups> => {
  const shared = { productIds, cap: settings.basketCap };
  const ofOrders: Grouping = {
    ...shared,
    asOf: (windows.orders?.asOf ?? EPOCH).getTime(),
    halfLifeDays: settings.halfLifeDays,
  };
  const ofVisits: Grouping = {
    ...shared,
    asOf: (windows.interactions?.asOf ?? EPOCH).getTime(),
    halfLifeDays: settings.interactionHalfLifeDays,
  };
  return {
    orders: counted(groupByOccasion(orders, ofOrders)),
    visits: counted(groupByOccasion(visits, ofVisits)),
    customers: counted(groupByCustomer(orders, ofOrders)),
  };
};

/** Makes a counter for each kind. `counting` says from where to where and with how many bytes each may count. */
export const countersOf = (
  { orders, visits, customers }: ByKind<CountedGroups>,
  { minCustomers }: Pick<LearningSettings, 'minCustomers'>,
  counting: Pick<PairCounting, 'from' | 'until' | 'bytes'> = {},
): ByKind<PairCounter> => {
  // Rarer pairs can neither be published nor keep one out, so that they need not be remembered.
  const counterOf = ({ groups, occurrences }: CountedGroups, atLeast = minCustomers): PairCounter =>
    createPairCounter(groups, { ...counting, occurrences, atLeast });
  return {
    orders: counterOf(orders),
    visits: counterOf(visits, Math.min(minCustomers, SUBSTITUTE_MIN_VISITS)),
    customers: counterOf(customers),
  };
};
