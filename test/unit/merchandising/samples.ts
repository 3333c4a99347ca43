import type { ProductFacts } from '../../../src/domain/catalogue/product.js';
import type { MerchandisingRule } from '../../../src/domain/merchandising/rule.js';
import { aProduct, aRule, aSelector } from '../../support/builders.js';

/** A product of the sample shop, sold for 9.99 GBP unless a test says otherwise. */
export const productWith = (parts: Partial<ProductFacts>): ProductFacts =>
  aProduct('rc-car', {
    title: 'RC car',
    categoryPath: ['toys', 'vehicles'],
    brand: 'Zoom',
    tags: ['gift'],
    priceMinor: 999,
    ...parts,
  });

/** A selector that asks for nothing but the given parts. */
export const selectorWith = aSelector;

/** An approved cross-sell rule that recommends one product for everything. */
export const ruleWith = (parts: Partial<MerchandisingRule>): MerchandisingRule =>
  aRule('rule', { then: aSelector({ productIds: ['batteries'] }), ...parts });
