import type { CrossSellPlacement, PersonalSurface } from '../domain/merchandising/rule.js';
import type { RecommendationSource, SlotOwner } from '../domain/ranking/candidate.js';

/** What a shop owner calls a source. */
export const SOURCE_WORDS: Readonly<Record<RecommendationSource, string>> = {
  REQUIRED_COMPANION: 'Required companions',
  PINNED: 'Pinned',
  RULE: 'Recommended by a rule',
  APPROVED_PAIR: 'Approved pairs',
  CO_PURCHASE: 'Bought together',
  BUY_AGAIN: 'Buy again',
  SIMILAR_TO_RECENT: 'Similar to recent',
  SHOPPERS_LIKE_YOU: 'Shoppers like you',
  FAVOURITE_CATEGORY: 'Favourite category',
  IN_DEMAND: 'In demand',
  SHARED_TRAIT: 'Shared trait',
  POPULAR: 'Popular',
};

/** What a shop owner calls a position. */
export const PLACEMENT_WORDS: Readonly<Record<CrossSellPlacement | PersonalSurface, string>> = {
  PRODUCT_PAGE: 'Product page',
  BASKET: 'Basket',
  CHECKOUT: 'Checkout',
  POST_PURCHASE: 'After purchase',
  HOME: 'Home',
  NAVIGATION: 'Navigation',
  CATEGORY: 'Category',
  SEARCH: 'Search',
  EMAIL: 'E-mail',
};

/** What an order line is credited to. */
export const CREDIT_WORDS = 'An order line is credited to the list that it names, else to the one whose product was last clicked or put in the basket';

/** Who filled a slot, in the order in which it is shown. */
export const OWNER_WORDS: Readonly<Record<SlotOwner, string>> = { human: 'People', learned: 'Learning', fallback: 'Fallback' };
