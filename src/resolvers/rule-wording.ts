import type { RuleWording } from '../domain/merchandising/changing/rule-contents.js';
import type { ProductSelector } from '../domain/merchandising/rule.js';
import type * as Schema from '../generated/graphql.js';

const selectorOf = (given: Schema.ProductSelectorInput | null | undefined): ProductSelector | null =>
  given === null || given === undefined
    ? null
    : {
        productIds: given.productIds ?? [],
        categoryIds: given.categoryIds ?? [],
        brands: given.brands ?? [],
        tags: given.tags ?? [],
        minPrice: given.minPrice ?? null,
        maxPrice: given.maxPrice ?? null,
        maxPriceRatio: given.maxPriceRatio ?? null,
      };

/** Rules files write product-page, the contract PRODUCT_PAGE: whoever comes from one is understood by the other. */
export const placementName = (given: string): string => given.trim().toUpperCase().replaceAll('-', '_');

/** What a merchandiser says of a rule, as the domain knows it; what was left out is null or empty. Not checked yet. */
export const ruleWordingOf = (given: Schema.MerchandisingRuleInput): RuleWording => ({
  name: given.name,
  lane: given.lane ?? 'CROSS_SELL',
  action: given.action,
  when: selectorOf(given.when),
  then: selectorOf(given.then),
  placements: (given.placements ?? []).map(placementName),
  slot: given.slot ?? null,
  weight: given.weight ?? null,
  quantity: given.quantity ?? null,
  priority: given.priority ?? 0,
  validFrom: given.validFrom ?? null,
  validUntil: given.validUntil ?? null,
  note: given.note ?? null,
});
