import type { InteractionKind } from '../facts/interaction.js';
import type { FactBounds } from '../facts/reading.js';

/**
 * Newest completed orders of a customer that are folded: years of a household and months of a wholesaler. Purchases count half after half a
 * year, so that more would cost every recording and change little.
 */
export const NEWEST_ORDERS = 200;

/**
 * Newest looks of a customer that are folded, and newest choices, each. Interest halves every fortnight: what lies beyond five hundred looks
 * hardly weighs. Choices have room of their own, because no number of looks may push them out.
 */
export const NEWEST_INTERACTIONS = 500;

/** Interactions that say what draws a customer. */
export const LOOKS: readonly InteractionKind[] = ['VIEW', 'CLICK'];

/** Interactions that say what a customer wants. One kind takes back another, so that they are remembered and forgotten together. */
export const CHOICES: readonly InteractionKind[] = ['ADD_TO_BASKET', 'REMOVE_FROM_BASKET', 'NOT_INTERESTED'];

/** How fast a behaviour profile forgets, by kind of fact; each above 0. */
export interface ProfileHalfLives {
  /** A purchase counts half for every so many days of age. */
  readonly purchaseHalfLifeDays: number;
  /** Interest counts half for every so many days of age. */
  readonly interestHalfLifeDays: number;
}

/** How a behaviour profile weighs what it remembers, and how much it holds. */
export interface ProfileSettings extends ProfileHalfLives {
  /** Newest looks that are folded, and newest choices, each. */
  readonly maxInteractions: number;
  /** Newest completed orders that are folded. */
  readonly maxOrders: number;
  readonly maxProducts: number;
  readonly maxCategories: number;
  readonly maxBrands: number;
  readonly maxRecent: number;
}

/** Purchases are remembered for half a year, interest for two weeks. */
export const DEFAULT_HALF_LIVES: ProfileHalfLives = { purchaseHalfLifeDays: 180, interestHalfLifeDays: 14 };

/** What a profile is folded by where nobody says otherwise. */
export const DEFAULT_PROFILE_SETTINGS: ProfileSettings = {
  ...DEFAULT_HALF_LIVES,
  maxInteractions: NEWEST_INTERACTIONS,
  maxOrders: NEWEST_ORDERS,
  maxProducts: 200,
  maxCategories: 50,
  maxBrands: 20,
  maxRecent: 20,
};

/** The settings of a shop that says how fast its profiles forget. */
export const settingsWith = (halfLives: ProfileHalfLives): ProfileSettings => ({ ...DEFAULT_PROFILE_SETTINGS, ...halfLives });

/** What a reader must answer for a profile to be folded by these settings. */
export const boundsOf = ({ maxOrders, maxInteractions }: ProfileSettings): FactBounds => ({
  orders: maxOrders,
  interactions: maxInteractions,
  kinds: [...LOOKS, ...CHOICES],
});

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
