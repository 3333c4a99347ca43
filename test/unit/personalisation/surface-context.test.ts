import { describe, expect, it } from 'vitest';
import { subjectsOf } from '../../../src/domain/personalisation/surface-context.js';
import { aProduct } from '../../support/builders.js';

const NOTHING = { categoryId: null, productId: null, candidateIds: [] };
const PATHS = new Map([['cars', ['toys', 'cars']]]);
const CAR = aProduct('car');
const subjects = (surface: Parameters<typeof subjectsOf>[0], context: Partial<typeof NOTHING> | { categoryId?: string; productId?: string }) =>
  subjectsOf(surface, { ...NOTHING, ...context }, new Map([['car', CAR]]), PATHS);

describe('what rules are held against', () => {
  it('is the category being browsed, with those above it', () => {
    expect(subjects('CATEGORY', { categoryId: 'cars' }).map(({ id, categoryPath }) => [id, categoryPath])).toEqual([['', ['toys', 'cars']]]);
    expect(subjects('CATEGORY', { categoryId: 'new' }).map(({ categoryPath }) => categoryPath)).toEqual([['new']]);
  });

  it('is the product being viewed', () => {
    expect(subjects('PRODUCT_PAGE', { productId: 'car' })).toEqual([CAR]);
    expect(subjects('PRODUCT_PAGE', { productId: 'unknown' })).toEqual([]);
  });

  it.each(['HOME', 'NAVIGATION', 'SEARCH', 'BASKET', 'EMAIL', 'CATEGORY'] as const)('is nothing on %s without either', (surface) => {
    expect(subjects(surface, {})).toEqual([]);
  });
});
