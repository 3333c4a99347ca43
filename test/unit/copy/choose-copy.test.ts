import { describe, expect, it } from 'vitest';

import { chooseCopy, type CopyReader } from '../../../src/domain/copy/choose-copy.js';
import type { CopyAudience, CopyVariant } from '../../../src/domain/copy/copy-variant.js';
import { favouritesOf } from '../../../src/domain/copy/favourites.js';
import { aCopyRecord, aRule, aSelector } from '../../support/builders.js';
import { aProfile } from '../../support/profiles.js';

const PATHS = new Map([
  ['toys', ['toys']],
  ['cars', ['toys', 'cars']],
  ['rc', ['toys', 'cars', 'rc']],
  ['food', ['food']],
]);
const brand = (name: string): CopyAudience => ({ kind: 'FAVOURITE_BRAND', brand: name });
const category = (categoryId: string): CopyAudience => ({ kind: 'FAVOURITE_CATEGORY', categoryId });
const band = (minPrice: string | null, maxPrice: string | null, currencyCode = 'GBP'): CopyAudience => ({
  kind: 'PRICE_BAND',
  minPrice,
  maxPrice,
  currencyCode,
});
const variant = (id: string, audience: CopyAudience, changes: Partial<CopyVariant> = {}): CopyVariant => aCopyRecord(id, { audience, ...changes });

interface Likes {
  readonly categories?: Readonly<Record<string, number>>;
  readonly brands?: Readonly<Record<string, number>>;
  readonly pays?: number | null;
}
const facets = (weights: Readonly<Record<string, number>> = {}) => Object.entries(weights).map(([id, weight]) => ({ id, weight }));
const reader = ({ categories, brands, pays = null }: Likes, rules: Parameters<typeof favouritesOf>[2] = []): CopyReader => ({
  favourites: favouritesOf(aProfile({ categories: facets(categories), brands: facets(brands) }), PATHS, rules),
  typicalPrice: pays === null ? null : { minor: pays, currencyCode: 'GBP' },
  categoryPaths: PATHS,
});
const chosen = (variants: readonly CopyVariant[], likes: Likes): string | null => chooseCopy(variants, reader(likes))?.id ?? null;

describe('the text that a customer gets', () => {
  it('is none where no audience suits', () => {
    const variants = [variant('a', category('food')), variant('b', brand('Acme')), variant('c', band('50', null))];
    expect(chosen(variants, { categories: { toys: 5 }, brands: { Other: 5 }, pays: 1_000 })).toBeNull();
    expect(chosen(variants, {})).toBeNull();
    expect(chosen([], { categories: { toys: 5 } })).toBeNull();
  });

  it('is for a category from a fifth of the customer’s interest on', () => {
    expect(chosen([variant('a', category('food'))], { categories: { toys: 8, food: 2 } })).toBe('a');
    expect(chosen([variant('a', category('food'))], { categories: { toys: 8.1, food: 2 } })).toBeNull();
  });

  it('is for a category whose descendants the customer likes, measured against all top-level interest', () => {
    const likes = { categories: { toys: 5, food: 5, cars: 4, rc: 1.9 } };
    expect(chosen([variant('a', category('toys'))], likes)).toBe('a');
    expect(chosen([variant('a', category('cars'))], likes)).toBe('a');
    expect(chosen([variant('a', category('rc'))], likes)).toBeNull();
  });

  it('is for a brand by its share of all interest, so that the only brand among many products is no favourite', () => {
    const variants = [variant('a', brand('Acme'))];
    expect(chosen(variants, { categories: { toys: 100 }, brands: { Acme: 1 } })).toBeNull();
    expect(chosen(variants, { categories: { toys: 100 }, brands: { Acme: 20 } })).toBe('a');
    expect(chosen(variants, { brands: { Acme: 1 } })).toBe('a');
  });

  it('is for a price band that holds what the customer usually pays, both ends included, in that currency only', () => {
    const variants = [variant('a', band('10', '20.00'))];
    expect([999, 1_000, 2_000, 2_001].map((pays) => chosen(variants, { pays }))).toEqual([null, 'a', 'a', null]);
    expect(chosen([variant('a', band(null, '20')), variant('b', band('20.01', null))], { pays: 5_000 })).toBe('b');
    expect(chosen([variant('a', band('10', '20', 'EUR'))], { pays: 1_500 })).toBeNull();
    expect(chosen(variants, { pays: null })).toBeNull();
  });

  it('goes by brand before category before price band', () => {
    const variants = [variant('a', band(null, '99')), variant('b', category('rc')), variant('c', brand('Acme'))];
    const likes = { categories: { toys: 10, rc: 10 }, brands: { Acme: 3 }, pays: 500 };
    expect(chosen(variants, likes)).toBe('c');
    expect(chosen(variants.slice(0, 2), likes)).toBe('b');
    expect(chosen(variants.slice(0, 1), likes)).toBe('a');
  });

  it('goes by the deeper category before the stronger one, by the narrower band before the wide and the open one', () => {
    const likes = { categories: { toys: 6, food: 4, cars: 3, rc: 2 }, pays: 1_500 };
    expect(chosen([variant('a', category('toys')), variant('b', category('cars')), variant('c', category('rc'))], likes)).toBe('c');
    expect(chosen([variant('a', category('food')), variant('b', category('toys'))], likes)).toBe('b');
    expect(chosen([variant('a', band('10', null)), variant('b', band('0', '90')), variant('c', band('14', '16'))], likes)).toBe('c');
    expect(chosen([variant('a', band('10', null)), variant('b', band('0', '90'))], likes)).toBe('b');
  });

  it('goes by the id where nothing else tells, whatever the order', () => {
    const variants = [variant('b', brand('Acme')), variant('a', brand('Acme')), variant('c', brand('Acme'))];
    expect(chosen(variants, { brands: { Acme: 1 } })).toBe('a');
    expect(chosen(variants.toReversed(), { brands: { Acme: 1 } })).toBe('a');
    const bands = [variant('b', band('10.1', '20.1')), variant('a', band('10.3', '20.3'))];
    expect(chosen(bands, { pays: 1_500 })).toBe('a');
  });

  it('is an approved one', () => {
    const variants = (['DRAFT', 'RETIRED'] as const).map((state, index) => variant(`v${String(index)}`, brand('Acme'), { state }));
    expect(chosen(variants, { brands: { Acme: 1 } })).toBeNull();
  });

  it('tells of no interest that a NEVER_PERSONALISE rule names', () => {
    const never = (then: Parameters<typeof aSelector>[0]) => [
      { rule: aRule('never', { lane: 'PERSONALISATION', action: 'NEVER_PERSONALISE', then: aSelector(then) }), subjects: [] },
    ];
    const likes = { categories: { toys: 5, cars: 5 }, brands: { Acme: 5, Other: 5 } };
    const choose = (audience: CopyAudience, then: Parameters<typeof aSelector>[0]) => chooseCopy([variant('a', audience)], reader(likes, never(then)))?.id;
    expect(choose(category('cars'), { categoryIds: ['toys'] })).toBeUndefined();
    expect(choose(category('toys'), { categoryIds: ['cars'] })).toBe('a');
    expect(choose(brand('Acme'), { brands: ['Acme'] })).toBeUndefined();
    expect(choose(brand('Other'), { brands: ['Acme'] })).toBe('a');
  });
});
