import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownListOf, knownListsOf, sourceFor } from '../../../src/domain/measurement/known-list.js';
import { aServedPage, knownAs } from '../../support/served-lists.js';
import { shuffledWithRepeats } from '../../support/random-shops.js';

const at = (day: number, hour = 0): Date => new Date(Date.UTC(2026, 10, day, hour));

const PAGES = [
  aServedPage('l1', ['a', 'b'], { servedAt: at(3), sources: ['PINNED', 'RULE'] }),
  aServedPage('l1', ['c'], { firstSlot: 3, servedAt: at(9) }),
  aServedPage('l1', ['a', 'b', 'c'], { servedAt: at(4), sources: ['PINNED', 'RULE', 'POPULAR'] }),
  aServedPage('l1', ['a', 'b', 'c'], { servedAt: at(4, 7), sources: ['PINNED', 'RULE', 'POPULAR'] }),
  aServedPage('l2', ['a'], { servedAt: at(5), placement: 'BASKET' }),
];

describe('what is known of a served list', () => {
  it('is all of its pages together, when one of them was first served on each day, and since when each product was shown', () => {
    expect(knownListOf(PAGES.slice(0, 2))).toEqual({
      recommendationId: 'l1',
      lane: 'CROSS_SELL',
      placement: 'PRODUCT_PAGE',
      customerId: null,
      anchorIds: ['anchor'],
      sources: new Map([['a', 'PINNED'], ['b', 'RULE'], ['c', 'CO_PURCHASE']]),
      shownSince: new Map([['a', at(3)], ['b', at(3)], ['c', at(9)]]),
      servedAt: [at(3), at(9)],
    });
  });

  it('is the same whatever order its pages come in, and however often', () => {
    expect(knownListsOf(PAGES).get('l1')?.servedAt).toEqual([at(3), at(4), at(9)]);
    const known = [...knownListsOf(PAGES)].toSorted();
    fc.assert(
      fc.property(shuffledWithRepeats(PAGES), (pages) => {
        expect([...knownListsOf(pages)].toSorted()).toEqual(known);
        expect(knownListsOf(pages).get('l1')?.sources).toEqual(new Map([['a', 'PINNED'], ['b', 'RULE'], ['c', 'POPULAR']]));
      }),
    );
  });

  it('is nothing without pages', () => {
    expect(knownListOf([])).toBeNull();
    expect(knownListsOf([]).size).toBe(0);
  });

  it('names the source of a product only to those whom the list was for', () => {
    const mine = knownAs([aServedPage('mine', ['a'], { customerId: 'ann' })]).get('mine');
    const everybodys = knownAs([aServedPage('all', ['a'])]).get('all');
    expect([sourceFor(mine, 'a', 'ann'), sourceFor(mine, 'a', 'bob'), sourceFor(mine, 'a', null)]).toEqual(['CO_PURCHASE', null, null]);
    expect([sourceFor(everybodys, 'a', 'bob'), sourceFor(everybodys, 'a', null), sourceFor(everybodys, 'b', null)]).toEqual(['CO_PURCHASE', 'CO_PURCHASE', null]);
    expect(sourceFor(undefined, 'a', null)).toBeNull();
  });
});
