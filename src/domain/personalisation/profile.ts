import type { ProfileSettings } from './profile-settings.js';

/** What one customer did with one product, decayed to the profile's `asOf`. */
export interface ProductHabit {
  readonly productId: string;
  /** Completed orders that hold it. */
  readonly purchases: number;
  readonly firstPurchasedAt: Date | null;
  readonly lastPurchasedAt: Date | null;
  /** UTC days with such an order. */
  readonly purchaseDays: number;
  /** UTC days with any completed order of the customer, from the first purchase of the product on, that day included; 0 without purchases. */
  readonly chances: number;
  /** purchaseDays, each counting nine tenths of it for every later day on which the customer bought anything. */
  readonly recentDays: number;
  /** Orders, each counting half per half-life of age. */
  readonly purchaseWeight: number;
  /** Views, clicks and basket adds by their weights, each counting half per half-life of age. */
  readonly interestWeight: number;
  readonly lastSeenAt: Date | null;
  /** The customer asked to see less of it, later than the last purchase or basket add. */
  readonly notInterested: boolean;
}

/** Decayed interest in a category or brand; above 0. */
export interface FacetWeight {
  readonly id: string;
  readonly weight: number;
}

/** What a customer usually pays for one unit: a whole number of minor units, in the currency they bought in most. */
export interface TypicalPrice {
  readonly minor: number;
  readonly currencyCode: string;
}

/**
 * One customer's behaviour: a pure fold over that customer's facts and the catalogue, so that duplicates, replays and disorder cannot bend it.
 * Weights are relative to `asOf`, the newest fact, and not to the time of computation.
 */
export interface BehaviourProfile {
  readonly customerId: string;
  /** Newest fact held; null when there is none. */
  readonly asOf: Date | null;
  /** Oldest fact held; null when there is none. */
  readonly since: Date | null;
  /** Interactions held, of every kind, also beyond what is folded. */
  readonly interactions: number;
  /** Completed orders held, also beyond what is folded. */
  readonly orders: number;
  /** Strongest first, bounded. */
  readonly products: readonly ProductHabit[];
  /** Every category on the paths of the products, strongest first, bounded. */
  readonly categories: readonly FacetWeight[];
  readonly brands: readonly FacetWeight[];
  /** Ids of the products last viewed, clicked, put in the basket or bought, newest first, bounded to 20. */
  readonly recentProductIds: readonly string[];
  /** Null without purchases. */
  readonly typicalPrice: TypicalPrice | null;
  /** What its purchases were weighed by, in days: who reads it later goes on with the same, whatever the shop has chosen since. */
  readonly purchaseHalfLifeDays: number;
}

/** A profile as it is stored: `revision` rises by one with every write, for compare-and-set. */
export interface StoredProfile {
  readonly profile: BehaviourProfile;
  readonly revision: number;
}

/** Where profiles are written. */
export interface ProfileWriter {
  /** How the shop folds its profiles: whoever writes one, server or command line, folds it by these. */
  readonly settings: ProfileSettings;
  /** Revisions of the stored profiles; 0 for customers without one. */
  revisions(customerIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Swaps each profile in if its stored revision is still `expected`; answers the customers whose was not. */
  swap(profiles: readonly { readonly profile: BehaviourProfile; readonly expected: number }[]): Promise<readonly string[]>;
}
