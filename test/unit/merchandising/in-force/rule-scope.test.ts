import { describe, expect, it } from 'vitest';
import { holdsWherever, placementsOf, shareAPlace, touchesLane } from '../../../../src/domain/merchandising/in-force/rule-scope.js';
import { aRule, aSelector } from '../../../support/builders.js';

const then = aSelector({ productIds: ['x'] });
const shared = aRule('shared', { lane: 'PERSONALISATION', action: 'EXCLUDE', then });
const personal = (when: Parameters<typeof aSelector>[0] | null, placements: readonly string[] = []) =>
  aRule('personal', { lane: 'PERSONALISATION', then, placements, when: when === null ? null : aSelector(when) });

describe('where a rule can hold', () => {
  it('is its own lane, and both for an exclusion that names neither a place nor a condition', () => {
    expect(placementsOf(aRule('r', { then }), 'PERSONALISATION')).toEqual([]);
    expect(touchesLane(shared, 'CROSS_SELL')).toBe(true);
    expect(placementsOf(shared, 'CROSS_SELL')).toContain('CHECKOUT');
    expect(touchesLane({ ...shared, placements: ['HOME'] }, 'CROSS_SELL')).toBe(false);
  });

  it('is what it names, else all of its lane', () => {
    expect(placementsOf(aRule('r', { then, placements: ['BASKET'] }), 'CROSS_SELL')).toEqual(['BASKET']);
    expect(placementsOf(aRule('r', { then }), 'CROSS_SELL')).toEqual(['PRODUCT_PAGE', 'BASKET', 'CHECKOUT', 'POST_PURCHASE']);
  });

  it('leaves out the surfaces that have nothing to hold its condition against', () => {
    expect(placementsOf(personal(null), 'PERSONALISATION')).toHaveLength(7);
    expect(placementsOf(personal({ categoryIds: ['toys'] }), 'PERSONALISATION')).toEqual(['CATEGORY', 'PRODUCT_PAGE']);
    expect(placementsOf(personal({ categoryIds: ['toys'], brands: ['Zoom'] }), 'PERSONALISATION')).toEqual(['PRODUCT_PAGE']);
    expect(placementsOf(personal({ minPrice: '5' }, ['CATEGORY']), 'PERSONALISATION')).toEqual([]);
    expect(placementsOf(personal({ maxPrice: '5' }, ['CATEGORY']), 'PERSONALISATION')).toEqual([]);
  });

  it('may be where another holds, or wherever another holds', () => {
    const basket = aRule('basket', { then, placements: ['BASKET'] });
    const page = aRule('page', { then, placements: ['PRODUCT_PAGE'] });
    expect(shareAPlace(basket, page)).toBe(false);
    expect(shareAPlace(basket, aRule('all', { then }))).toBe(true);
    expect(shareAPlace(basket, personal(null, ['BASKET']))).toBe(false);
    expect(shareAPlace(basket, shared)).toBe(true);
    expect(holdsWherever(aRule('all', { then }), basket)).toBe(true);
    expect(holdsWherever(basket, aRule('all', { then }))).toBe(false);
    expect(holdsWherever(shared, basket)).toBe(true);
  });
});
