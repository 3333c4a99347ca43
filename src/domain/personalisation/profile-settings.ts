import type { InteractionKind } from '../facts/interaction.js';

/** How a behaviour profile weighs what it remembers, and how much it holds. */
export interface ProfileSettings {
  /** A purchase counts half for every so many days of age. */
  readonly purchaseHalfLifeDays: number;
  /** Interest counts half for every so many days of age. */
  readonly interestHalfLifeDays: number;
  /** Newest interactions that are folded. */
  readonly maxInteractions: number;
  /** Newest completed orders that are folded. */
  readonly maxOrders: number;
  readonly maxProducts: number;
  readonly maxCategories: number;
  readonly maxBrands: number;
  readonly maxRecent: number;
}

/** Purchases are remembered for half a year, interest for two weeks. */
export const DEFAULT_PROFILE_SETTINGS: ProfileSettings = {
  purchaseHalfLifeDays: 180,
  interestHalfLifeDays: 14,
  maxInteractions: 500,
  maxOrders: 200,
  maxProducts: 200,
  maxCategories: 50,
  maxBrands: 20,
  maxRecent: 20,
};

/** What each kind of interaction adds to the interest in its product. An impression is the shop's act and a search has no product. */
export const INTEREST_WEIGHTS: Readonly<Record<InteractionKind, number>> = {
  IMPRESSION: 0,
  SEARCH: 0,
  VIEW: 1,
  CLICK: 1,
  ADD_TO_BASKET: 3,
  REMOVE_FROM_BASKET: -2,
  NOT_INTERESTED: 0,
};

/** What one purchase counts beside one view, where the two are summed. */
export const PURCHASE_WEIGHT = 3;
