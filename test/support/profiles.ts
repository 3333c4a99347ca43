import type { BehaviourProfile, ProductHabit } from '../../src/domain/personalisation/profile.js';
import { NOW } from './builders.js';

/** What one customer did with one product: each purchase on a day of its own, on every chance, and all of them of late. */
export const aHabit = (productId: string, changes: Partial<ProductHabit> = {}): ProductHabit => ({
  productId,
  purchases: 0,
  firstPurchasedAt: null,
  lastPurchasedAt: null,
  purchaseDays: changes.purchases ?? 0,
  chances: changes.purchases ?? 0,
  recentDays: changes.purchases ?? 0,
  purchaseWeight: 0,
  interestWeight: 0,
  lastSeenAt: null,
  notInterested: false,
  ...changes,
});

/** A profile with nothing in it but what is given. */
export const aProfile = (changes: Partial<BehaviourProfile> = {}): BehaviourProfile => ({
  customerId: 'c1',
  asOf: NOW,
  since: NOW,
  interactions: 0,
  orders: 0,
  products: [],
  categories: [],
  brands: [],
  recentProductIds: [],
  typicalPrice: null,
  purchaseHalfLifeDays: 180,
  ...changes,
});
