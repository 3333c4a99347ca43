import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoredNeighbours } from '../../../src/domain/learning/model.js';
import { scorePicks } from '../../../src/domain/personalisation/score-picks.js';
import { demandIndexOf } from '../../../src/domain/serving/demand-index.js';
import type { LoadedNeighbours, SimilarProducts } from '../../../src/domain/serving/similar-products.js';
import { NOW, popularityOf, somePopularity, someDemand, someSimilar } from '../../support/builders.js';
import { aHabit, aProfile } from '../../support/profiles.js';

const SOLD = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
const UNSOLD = ['u0', 'u1'];
const demand = demandIndexOf(someDemand(Object.fromEntries(SOLD.map((id, place) => [id, { demand: 2 - place / 4, trend: place / 10 }]))));

const numbered = ({ ids, scores }: ScoredNeighbours): LoadedNeighbours => {
  const places = ids.map((id, place) => ({ id, number: demand.numberOf(id), score: scores[place] ?? 0 }));
  const [known, others] = [places.filter(({ number }) => number >= 0), places.filter(({ number }) => number < 0)];
  return {
    ids: others.map(({ id }) => id),
    scores: others.map(({ score }) => score),
    numbered: { numbers: Uint32Array.from(known, ({ number }) => number), scores: Float64Array.from(known, ({ score }) => score) },
  };
};

const scores = fc.dictionary(fc.constantFrom(...SOLD, ...UNSOLD), fc.double({ min: 0, max: 1, noNaN: true }));
const habit = fc.record({
  productId: fc.constantFrom(...SOLD, ...UNSOLD),
  purchases: fc.nat(3),
  interestWeight: fc.nat(2),
  notInterested: fc.boolean(),
});

describe('neighbours by number', () => {
  it('lead to the same picks as neighbours by id', () => {
    const someSeeds = fc.uniqueArray(fc.tuple(habit, scores, scores), { selector: ([{ productId }]) => productId, maxLength: 8 });
    fc.assert(
      fc.property(someSeeds, (seeds) => {
        const products = seeds.map(([{ productId, ...rest }]) => aHabit(productId, { ...rest, purchaseWeight: rest.purchases, lastPurchasedAt: rest.purchases > 0 ? NOW : null }));
        const byId = seeds.map(([{ productId }, viewed, bought]) => someSimilar(productId, { viewed, bought }));
        const byNumber = byId.map(({ productId, viewed, bought }) => ({ productId, viewed: numbered(viewed), bought: numbered(bought) }));
        const picks = (similar: readonly SimilarProducts[]) =>
          scorePicks({
            profile: aProfile({ products, categories: [{ id: 'toys', weight: 1 }] }),
            similarity: new Map(similar.map((each) => [each.productId, each])),
            popularity: popularityOf(somePopularity('toys', { p1: 2, u1: 1 })),
            demand,
            wantedIds: demand.mostWanted,
            viewedId: null,
            categoryPaths: new Map(),
            withinCategory: null,
            now: NOW,
          });
        expect(picks(byNumber)).toEqual(picks(byId));
      }),
    );
  });

  it('of which the demand knows none are no products', () => {
    const lost = { numbers: Uint32Array.of(1, demand.size + 5), scores: Float64Array.of(0.5, 0.9) };
    const tent = { productId: 'p0', viewed: { ids: [], scores: [] }, bought: { ids: [], scores: [], numbered: lost } };
    const proposals = scorePicks({
      profile: aProfile({ products: [aHabit('p0', { purchases: 1, purchaseWeight: 1, lastPurchasedAt: NOW })], categories: [] }),
      similarity: new Map([['p0', tent]]),
      ...{ popularity: new Map(), demand, wantedIds: [], viewedId: null, categoryPaths: new Map(), withinCategory: null, now: NOW },
    });
    expect(proposals.map(({ productId }) => productId).toSorted()).toEqual(['p0', 'p1']);
  });
});
