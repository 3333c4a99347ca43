import type { ProductFacts } from '../../../src/domain/catalogue/product.js';
import type { MerchandisingRule, ProductSelector } from '../../../src/domain/merchandising/rule.js';

/** A product of the sample shop, sold for 9.99 GBP unless a test says otherwise. */
export const productWith = (parts: Partial<ProductFacts>): ProductFacts => ({
  id: 'rc-car',
  title: 'RC car',
  categoryPath: ['toys', 'vehicles'],
  brand: 'Zoom',
  tags: ['gift'],
  priceMinor: 999,
  currencyCode: 'GBP',
  variantOf: null,
  inStock: true,
  active: true,
  ...parts,
});

/** A selector that asks for nothing but the given parts. */
export const selectorWith = (parts: Partial<ProductSelector>): ProductSelector => ({
  productIds: [],
  categoryIds: [],
  brands: [],
  tags: [],
  minPrice: null,
  maxPrice: null,
  maxPriceRatio: null,
  ...parts,
});

/** An approved cross-sell rule that recommends one product for everything. */
export const ruleWith = (parts: Partial<MerchandisingRule>): MerchandisingRule => ({
  id: 'rule',
  name: 'A rule',
  lane: 'CROSS_SELL',
  action: 'RECOMMEND',
  when: null,
  then: selectorWith({ productIds: ['batteries'] }),
  placements: [],
  slot: null,
  weight: null,
  quantity: null,
  priority: 0,
  validFrom: null,
  validUntil: null,
  state: 'APPROVED',
  version: 1,
  note: null,
  createdBy: 'ada',
  approvedBy: 'ada',
  updatedAt: new Date('2026-01-01T00:00:00Z'),
  ...parts,
});
