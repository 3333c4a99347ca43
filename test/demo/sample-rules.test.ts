import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRuleFile } from '../../src/rules/parse-rule-file.js';
import { RULE_ACTIONS } from '../../src/domain/merchandising/rule.js';
import { SAMPLE_RULES_FILE } from '../../src/demo/shop/rules-file.js';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';

const shop = generateSampleShop({ now: new Date('2026-11-20T00:00:00Z') });
const { file, problems, products } = parseRuleFile(readFileSync(SAMPLE_RULES_FILE, 'utf8'));
const rules = file?.rules ?? [];

const known = (values: Iterable<string | null>): ReadonlySet<string | null> => new Set(values);

describe('The sample shop\'s rules', () => {
  it('have nothing for lint to complain about', () => {
    expect(problems).toEqual([]);
    expect(file).not.toBeNull();
  });

  it('name only products, categories, brands and tags that the shop has', () => {
    const productIds = known(shop.products.map(({ id }) => id));
    const categories = known(shop.products.flatMap(({ categoryPath }) => categoryPath));
    const brands = known(shop.products.map(({ brand }) => brand));
    const tags = known(shop.products.flatMap((product) => product.tags));
    expect(products.filter(({ productId }) => !productIds.has(productId))).toEqual([]);
    const selectors = rules.flatMap(({ when, then }) => [when, then]).filter((selector) => selector !== null);
    expect(selectors.flatMap(({ categoryIds }) => categoryIds).filter((id) => !categories.has(id))).toEqual([]);
    expect(selectors.flatMap((selector) => selector.brands).filter((brand) => !brands.has(brand))).toEqual([]);
    expect(selectors.flatMap((selector) => selector.tags).filter((tag) => !tags.has(tag))).toEqual([]);
  });

  it('have an approved story for each of the seven actions, and a draft and a retired one', () => {
    const approved = rules.filter(({ state }) => state === 'APPROVED');
    expect(new Set(approved.map(({ action }) => action))).toEqual(new Set(RULE_ACTIONS));
    expect(rules.map(({ state }) => state)).toEqual(expect.arrayContaining(['DRAFT', 'RETIRED']));
    expect(rules.every(({ note }) => note !== null)).toBe(true);
  });

  it('give the toy its two batteries and never personalise what goes with it', () => {
    const toy = rules.filter(({ when }) => when?.productIds.includes('rc-car'));
    expect(toy.map(({ action, quantity }) => [action, quantity])).toEqual([['REQUIRE', 2], ['NEVER_PERSONALISE', null]]);
  });

  it('hold policies and decided pairs', () => {
    expect(file?.policies.map(({ placement, autopilot, learnedShareCap }) => [placement, autopilot, learnedShareCap])).toEqual([
      ['CHECKOUT', 'ASSIST', 0.5],
      ['POST_PURCHASE', 'CURATED_ONLY', 0],
      ['HOME', 'ASSIST', 1],
    ]);
    expect(new Set(file?.pairs.map(({ decision }) => decision))).toEqual(new Set(['APPROVE', 'DISMISS']));
  });
});
