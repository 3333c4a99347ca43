import type { DemandOf } from '../serving/demand-index.js';

/** What a product that the customer bought before adds up to, per unit of each reason: log-odds that their next order holds it. */
export const BUY_AGAIN_CARD = {
  intercept: -1.48,
  purchaseDays: 0.76,
  daysSince: 0.14,
  shareOfChances: 0.96,
  repeatRate: 0.68,
  demand: 0.18,
  trend: 0.54,
} as const;

/** The same for a product that the customer never bought: log-odds on the same scale, so that both compete in one list. */
export const FIRST_TIME_CARD = {
  intercept: -4.04,
  neighbours: 0.462,
  demand: 0.382,
  trend: 1.314,
} as const;

/** Keeps the logarithm of the weakest neighbours apart from that of none. */
const NEIGHBOURS_FLOOR = 0.02;

/** How a customer has bought one product; days may be broken. */
export interface PurchaseRecord {
  /** At least 1. */
  readonly purchaseDays: number;
  /** Days on which they could have bought it, those on which they did included. */
  readonly chances: number;
  /** Since the last purchase; 0 or more. */
  readonly daysSince: number;
}

const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * The estimated chance, 0 to 1, that the customer's next order holds a product they bought before, were they not still stocked up: a logistic
 * regression over how often, in what share of their chances, how long ago, and how much the shop's customers want it and buy it again.
 */
export const chanceOfBuyingAgain = (
  { purchaseDays, chances, daysSince }: PurchaseRecord,
  { repeatRate, demand, trend }: Pick<DemandOf, 'repeatRate' | 'demand' | 'trend'>,
): number => {
  const card = BUY_AGAIN_CARD;
  return sigmoid(
    card.intercept +
      card.purchaseDays * Math.log(purchaseDays) +
      card.daysSince * Math.log(1 + daysSince) +
      // Half a purchase in one more chance: the first day alone does not say "always".
      card.shareOfChances * Math.log((purchaseDays + 0.5) / (chances + 1)) +
      card.repeatRate * Math.log(repeatRate) +
      card.demand * demand +
      card.trend * trend,
  );
};

/**
 * The estimated chance, 0 to 1, that the customer's next order holds a product they never bought: a logistic regression over `neighbours`, the
 * sum over what they bought of how much they bought it times how strongly it leads to this one, and how much the shop's customers want it.
 */
export const chanceOfFirstPurchase = (neighbours: number, { demand, trend }: Pick<DemandOf, 'demand' | 'trend'>): number => {
  const card = FIRST_TIME_CARD;
  return sigmoid(card.intercept + card.neighbours * Math.log(neighbours + NEIGHBOURS_FLOOR) + card.demand * demand + card.trend * trend);
};
