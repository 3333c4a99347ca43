import type { DemandOf } from '../serving/demand-index.js';

/** What a product that the customer bought before adds up to, per unit of each reason: log-odds that their next order holds it. */
export interface BuyAgainCard {
  readonly intercept: number;
  readonly purchaseDays: number;
  readonly recentDays: number;
  readonly shoppingDays: number;
  readonly repeatRate: number;
  readonly demand: number;
  readonly trend: number;
}

/** The same for a product that the customer never bought: log-odds on the same scale, so that both compete in one list. */
export interface FirstTimeCard {
  readonly intercept: number;
  readonly neighbours: number;
  readonly shoppingDays: number;
  readonly demand: number;
  readonly trend: number;
}

/** As `npm run bench:quality -- --fit` prints it for the three shops of docs/quality.md. */
export const BUY_AGAIN_CARD: BuyAgainCard = {
  intercept: -1.125,
  purchaseDays: 0.76,
  recentDays: 0.538,
  shoppingDays: -0.43,
  repeatRate: 0.734,
  demand: 0.091,
  trend: 1.063,
};

/** Printed with it. */
export const FIRST_TIME_CARD: FirstTimeCard = {
  intercept: -3.729,
  neighbours: 0.583,
  shoppingDays: -0.589,
  demand: 0.604,
  trend: 1.473,
};

/** Keeps the logarithm of the weakest neighbours apart from that of none. */
const NEIGHBOURS_FLOOR = 0.02;

/** What lies some forty days of shopping back does not count for less and less. */
const RECENT_FLOOR = 0.01;

/** How a customer has bought one product; days may be broken. */
export interface PurchaseRecord {
  /** At least 1. */
  readonly purchaseDays: number;
  /** The same, each counting nine tenths of it for every later day of shopping. */
  readonly recentDays: number;
  /** Days on which the customer bought anything; at least 1. */
  readonly shoppingDays: number;
}

type Wanted = Pick<DemandOf, 'demand' | 'trend'>;

/** A record's log-odds by a card: a sum of reasons, each times its number on the card. */
export const buyAgainLogOdds = (
  card: BuyAgainCard,
  { purchaseDays, recentDays, shoppingDays }: PurchaseRecord,
  { repeatRate, demand, trend }: Wanted & Pick<DemandOf, 'repeatRate'>,
): number =>
  card.intercept +
  card.purchaseDays * Math.log(purchaseDays) +
  card.recentDays * Math.log(recentDays + RECENT_FLOOR) +
  card.shoppingDays * Math.log(shoppingDays) +
  card.repeatRate * Math.log(repeatRate) +
  card.demand * demand +
  card.trend * trend;

/**
 * The log-odds of products never bought, by a card, for a customer who bought anything on so many days, at least 1. `neighbours` is the sum over
 * what they bought of how much they bought it times how strongly it leads to the product; 0 or more.
 */
export const firstTimeLogOdds = (card: FirstTimeCard, shoppingDays: number): ((neighbours: number, wanted: Wanted) => number) => {
  const ofCustomer = card.intercept + card.shoppingDays * Math.log(shoppingDays);
  return (neighbours, { demand, trend }) =>
    ofCustomer + card.neighbours * Math.log(neighbours + NEIGHBOURS_FLOOR) + card.demand * demand + card.trend * trend;
};

/** The chance, 0 to 1, that log-odds stand for. */
export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * The estimated chance, 0 to 1, that the customer's next order holds a product they bought before, were they not still stocked up: a logistic
 * regression over how often, how often of late, over how many days of shopping, and how much the shop's customers want it and buy it again.
 */
export const chanceOfBuyingAgain = (record: PurchaseRecord, wanted: Wanted & Pick<DemandOf, 'repeatRate'>): number =>
  chanceOf(buyAgainLogOdds(BUY_AGAIN_CARD, record, wanted));

/** Of one customer: `neighbours` as in firstTimeLogOdds. */
export type ChanceOfFirstPurchase = (neighbours: number, wanted: Wanted) => number;

/**
 * The estimated chance, 0 to 1, that the next order of a customer of so many shopping days holds a product they never bought: a logistic regression
 * over how strongly what they bought leads to it, over how many days they bought that, and how much the shop's customers want it.
 */
export const chanceOfFirstPurchase = (shoppingDays: number): ChanceOfFirstPurchase => {
  const logOddsOf = firstTimeLogOdds(FIRST_TIME_CARD, shoppingDays);
  return (neighbours, wanted) => chanceOf(logOddsOf(neighbours, wanted));
};
