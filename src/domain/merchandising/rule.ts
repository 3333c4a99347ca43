/** The two lanes, kept apart on purpose. */
export type Lane = 'CROSS_SELL' | 'PERSONALISATION';

/** Named positions for cross-selling. */
export const CROSS_SELL_PLACEMENTS = ['PRODUCT_PAGE', 'BASKET', 'CHECKOUT', 'POST_PURCHASE'] as const;
export type CrossSellPlacement = (typeof CROSS_SELL_PLACEMENTS)[number];

/** Named positions for personalisation. */
export const PERSONAL_SURFACES = ['HOME', 'NAVIGATION', 'CATEGORY', 'SEARCH', 'PRODUCT_PAGE', 'BASKET', 'EMAIL'] as const;
export type PersonalSurface = (typeof PERSONAL_SURFACES)[number];

/** What a rule does, in the words of the public contract. */
export const RULE_ACTIONS = ['REQUIRE', 'PIN', 'RECOMMEND', 'BOOST', 'BURY', 'EXCLUDE', 'NEVER_PERSONALISE'] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** Only APPROVED rules are in force. */
export const RULE_STATES = ['DRAFT', 'APPROVED', 'RETIRED'] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** Products by id or by attribute; the given parts are all required, an empty or null part asks nothing. */
export interface ProductSelector {
  readonly productIds: readonly string[];
  /** Descendants included. */
  readonly categoryIds: readonly string[];
  readonly brands: readonly string[];
  /** A product with any of them matches. */
  readonly tags: readonly string[];
  /** Decimal strings as the merchandiser wrote them ("12.90"), compared in the product's own currency; inclusive. */
  readonly minPrice: string | null;
  readonly maxPrice: string | null;
  /** Price relative to the anchor's: 0.5 means at most half of it. Only in `then`. */
  readonly maxPriceRatio: number | null;
}

/** One merchandising decision as data: when it applies, and what it does. */
export interface MerchandisingRule {
  readonly id: string;
  readonly name: string;
  readonly lane: Lane;
  readonly action: RuleAction;
  /** Which anchors (cross-sell) or contexts (personalisation) it applies to; everything when null. */
  readonly when: ProductSelector | null;
  /** Which products it shows, moves or hides; null only for NEVER_PERSONALISE, where it then covers the whole list. */
  readonly then: ProductSelector | null;
  /** Placements or surfaces it is limited to; all of its lane when empty. */
  readonly placements: readonly string[];
  /** PIN: the 1-based slot. */
  readonly slot: number | null;
  /** BOOST: above 1; BURY: above 0 and below 1. */
  readonly weight: number | null;
  /** REQUIRE, PIN, RECOMMEND: how many go with one anchor; 1 when null. */
  readonly quantity: number | null;
  /** Higher goes first; ties by id. */
  readonly priority: number;
  /** In force in `[validFrom, validUntil)`, UTC; null is open. */
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly state: RuleState;
  /** Rises by one with every edit. */
  readonly version: number;
  readonly note: string | null;
  readonly createdBy: string;
  readonly approvedBy: string | null;
  readonly updatedAt: Date;
}

/** What a merchandiser says of a rule; version, author and times are given when it is saved. */
export type RuleContents = Omit<MerchandisingRule, 'version' | 'createdBy' | 'approvedBy' | 'updatedAt'>;
