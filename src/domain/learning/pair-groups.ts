import type { ByKind } from './anchor-learner.js';
import type { LearningFacts } from './collect-facts.js';
import { createPairCounter, type PairCounter, type PairCounting } from './count-pairs.js';
import { groupByCustomer } from './customer-groups.js';
import { groupByOccasion, type Grouping, type Groups } from './groups.js';
import type { LearningSettings } from './settings.js';
import { SUBSTITUTE_MIN_VISITS } from './substitutes.js';

const EPOCH = new Date(0);

/** The groups of each kind that pairs are counted in. */
export const groupsOf = ({ productIds, windows, orders, visits }: LearningFacts, settings: LearningSettings): ByKind<Groups> => {
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
    orders: groupByOccasion(orders, ofOrders),
    visits: groupByOccasion(visits, ofVisits),
    customers: groupByCustomer(orders, ofOrders),
  };
};

/** Makes a counter for each kind. `counting` says how far and with how many bytes each may count. */
export const countersOf = (
  { orders, visits, customers }: ByKind<Groups>,
  { minCustomers }: Pick<LearningSettings, 'minCustomers'>,
  counting: Omit<PairCounting, 'atLeast'> = {},
): ByKind<PairCounter> => {
  // Rarer pairs can neither be published nor keep one out, so that they need not be remembered.
  const atLeast = minCustomers;
  return {
    orders: createPairCounter(orders, { ...counting, atLeast }),
    visits: createPairCounter(visits, { ...counting, atLeast: Math.min(atLeast, SUBSTITUTE_MIN_VISITS) }),
    customers: createPairCounter(customers, { ...counting, atLeast }),
  };
};
