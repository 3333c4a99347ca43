import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Guest, guestsFor } from '../../../src/domain/learning/guests.js';
import { PlacesForAll, SHELF } from '../../../src/domain/learning/places-for-all.js';

/** How well the product with the number of the place goes with an anchor; 0 where it may not be shown there. */
interface List {
  readonly anchor: number;
  readonly anchorWeight: number;
  readonly scores: readonly number[];
}

interface Ranked {
  readonly product: number;
  readonly score: number;
}

const rankedOf = ({ scores }: List): readonly Ranked[] =>
  scores
    .map((score, product) => ({ product, score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.product - b.product);

const shelfOf = (list: List): readonly number[] => rankedOf(list).slice(0, SHELF).map(({ product }) => product);

/** Orders in which each product met each anchor. */
const MET = 3;

/** Offers what learning offers: each list's shelf, and to a full one all that is not on it. */
const guestsOf = (lists: readonly List[], products: number, budget: number): readonly Guest[] => {
  const places = new PlacesForAll(products);
  for (const list of lists) {
    const ranked = rankedOf(list);
    const shelf = shelfOf(list);
    const offer = { anchor: list.anchor, anchorWeight: list.anchorWeight, shelf, lastScore: ranked[SHELF - 1]?.score ?? 0 };
    places.addShelf(offer, ranked.map(({ score }) => score));
    if (shelf.length === SHELF) for (const { product, score } of ranked.slice(SHELF)) places.offer(offer, product, score, MET);
  }
  return guestsFor(places.finish(), budget);
};

const lossOf = (lists: readonly List[], { anchor, product }: Guest): number => {
  const list = lists[anchor];
  if (list === undefined) return Number.NaN;
  return list.anchorWeight * ((rankedOf(list)[SHELF - 1]?.score ?? 0) - (list.scores[product] ?? 0));
};

const worthOf = (lists: readonly List[]): number =>
  lists.reduce((sum, list) => sum + rankedOf(list).slice(0, SHELF).reduce((worth, { score }) => worth + list.anchorWeight * score, 0), 0);

/** The shelves with their guests in the last place. */
const shelvesWith = (lists: readonly List[], guests: readonly Guest[]): readonly (readonly number[])[] =>
  lists.map((list) => {
    const guest = guests.find(({ anchor }) => anchor === list.anchor);
    return guest === undefined ? shelfOf(list) : [...shelfOf(list).slice(0, -1), guest.product];
  });


const PRODUCTS = 12;
const LISTS = 8;

/** Few different scores and weights, so that ties are common; no product has more hosts than are remembered. */
const someLists: fc.Arbitrary<readonly List[]> = fc
  .array(fc.record({ anchorWeight: fc.integer({ min: 1, max: 3 }), scores: fc.array(fc.nat(4), { minLength: PRODUCTS, maxLength: PRODUCTS }) }), {
    minLength: LISTS,
    maxLength: LISTS,
  })
  .map((lists) => lists.map((list, anchor) => ({ ...list, anchor })));
const someBudget = fc.constantFrom(0, 0.01, 0.05, 0.2, 1);

const guest = (anchor: number, product: number): Guest => ({ anchor, product, together: MET });

/** Eight products of which all lists show the same four best, and each has one more of its own. */
const alike = (losses: readonly number[]): readonly List[] =>
  losses.map((loss, anchor) => ({ anchor, anchorWeight: 1, scores: [9, 8, 7, 6, ...losses.map((_, other) => (other === anchor ? 6 - loss : 0))] }));

describe('places for all products', () => {
  it('are found for every product that a list can show, where the budget allows it', () => {
    const lists = alike([1, 2, 3, 4]);
    // One list keeps the product that would else lose its last place.
    expect(guestsOf(lists, 8, 1)).toEqual([0, 1, 2].map((anchor) => guest(anchor, 4 + anchor)));
    const withAnother: readonly List[] = [...lists, { anchor: 4, anchorWeight: 1, scores: [0, 0, 0, 6, 0, 0, 0, 0] }];
    expect(guestsOf(withAnother, 8, 1)).toEqual([0, 1, 2, 3].map((anchor) => guest(anchor, 4 + anchor)));
  });

  it('are only missed by a product all of whose lists have a guest already, or would drop one that stands nowhere else', () => {
    fc.assert(
      fc.property(someLists, (lists) => {
        const guests = guestsOf(lists, PRODUCTS, 1);
        const shelves = shelvesWith(lists, guests);
        for (let product = 0; product < PRODUCTS; product += 1) {
          if (shelves.some((shelf) => shelf.includes(product))) continue;
          for (const { anchor } of lists.filter((list) => (list.scores[product] ?? 0) > 0)) {
            const last = shelves[anchor]?.at(-1);
            const isLastPlace = shelves.filter((shelf) => last !== undefined && shelf.includes(last)).length === 1;
            expect(guests.some((guest) => guest.anchor === anchor) || isLastPlace).toBe(true);
          }
        }
      }),
    );
  });

  it('cost the budget at most', () => {
    fc.assert(
      fc.property(someLists, someBudget, (lists, budget) => {
        const lost = guestsOf(lists, PRODUCTS, budget).reduce((sum, guest) => sum + lossOf(lists, guest), 0);
        expect(lost).toBeLessThanOrEqual(budget * worthOf(lists) + 1e-9);
      }),
    );
    // Each list is worth 9 + 8 + 7 + 6 = 30, so a twenty-fourth of all four is 5: losses of 1 and 2, but not of 3 as well.
    const lists = alike([1, 2, 3, 4]);
    expect(guestsOf(lists, 8, 5 / 120)).toEqual([guest(0, 4), guest(1, 5)]);
  });

  it('are one in a list at most, of a product that goes with its anchor and that no list would show', () => {
    fc.assert(
      fc.property(someLists, someBudget, (lists, budget) => {
        const guests = guestsOf(lists, PRODUCTS, budget);
        expect(new Set(guests.map(({ anchor }) => anchor)).size).toBe(guests.length);
        expect(new Set(guests.map(({ product }) => product)).size).toBe(guests.length);
        for (const { anchor, product } of guests) {
          expect(lists[anchor]?.scores[product]).toBeGreaterThan(0);
          expect(lists.some((list) => shelfOf(list).includes(product))).toBe(false);
        }
      }),
    );
  });

  it('take nobody else\'s last place: what was shown somewhere is shown somewhere still', () => {
    let guestsFound = 0;
    fc.assert(
      fc.property(someLists, someBudget, (lists, budget) => {
        const guests = guestsOf(lists, PRODUCTS, budget);
        guestsFound += guests.length;
        const after = new Set(shelvesWith(lists, guests).flat());
        for (const product of lists.flatMap(shelfOf)) expect(after).toContain(product);
      }),
    );
    expect(guestsFound).toBeGreaterThan(40);
  });

  it('are found where they cost least', () => {
    // Product 4 goes with three anchors; the loss is the drop in score times the weight: 3 · 1, 1 · 2 and 1 · 3.
    const host = (anchor: number, anchorWeight: number, drop: number): List => ({ anchor, anchorWeight, scores: [9, 8, 7, 6, 6 - drop] });
    expect(guestsOf([host(0, 3, 1), host(1, 1, 2), host(2, 1, 3)], 5, 1)).toEqual([guest(1, 4)]);
  });

  it('are found in the same lists in whatever order these come, also where costs are equal: then for the first product, in the first list', () => {
    fc.assert(
      fc.property(someLists, someBudget, (lists, budget) => {
        expect(guestsOf(lists.toReversed(), PRODUCTS, budget)).toEqual(guestsOf(lists, PRODUCTS, budget));
      }),
    );
    const equal = [0, 1, 2].map((anchor): List => ({ anchor, anchorWeight: 1, scores: [9, 8, 7, 6, 5, 5] }));
    expect(guestsOf(equal, 6, 1)).toEqual([guest(0, 4), guest(1, 5)]);
  });

  it('are not looked for without a budget, not even where they would cost nothing', () => {
    fc.assert(
      fc.property(someLists, (lists) => {
        expect(guestsOf(lists, PRODUCTS, 0)).toEqual([]);
      }),
    );
    expect(guestsOf(alike([0, 0, 0]), 7, 0)).toEqual([]);
  });

  it('remember the cheapest few lists of each product', () => {
    // Of ten lists the two cheapest come last; both are remembered, and the better one is taken.
    const lists = [9, 8, 7, 6, 5, 4, 3, 2.5, 2, 1].map((loss, anchor): List => ({ anchor, anchorWeight: 1, scores: [29, 28, 27, 26, 26 - loss] }));
    expect(guestsOf(lists, 10, 1)).toEqual([guest(9, 4)]);
  });
});
