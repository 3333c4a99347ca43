import { describe, expect, it } from 'vitest';
import { scorePicks, seedIdsOf, type PickEvidence } from '../../../src/domain/personalisation/score-picks.js';
import { aHabit, aProfile, popularityOf, somePopularity, someSimilar } from '../../support/builders.js';

const EVIDENCE: PickEvidence = {
  profile: aProfile(),
  similarity: new Map(),
  popularity: new Map(),
  viewedId: null,
  categoryPaths: new Map([['toys', ['toys']], ['cars', ['toys', 'cars']], ['food', ['food']]]),
  withinCategory: null,
};
const similar = (...all: readonly ReturnType<typeof someSimilar>[]) => new Map(all.map((each) => [each.productId, each]));
const picks = (evidence: Partial<PickEvidence>) => scorePicks({ ...EVIDENCE, ...evidence });
const brief = (evidence: Partial<PickEvidence>) => picks(evidence).map(({ productId, source, score }) => [productId, source, Number(score.toFixed(4))]);

const coffee = aHabit('coffee', { purchases: 4, purchaseWeight: 2 });
const kettle = aHabit('kettle', { purchases: 1, purchaseWeight: 1 });
const viewed = aHabit('drone', { interestWeight: 3 });

describe('scoring picks', () => {
  it('offers again what is bought again and again, and less what was bought once', () => {
    expect(brief({ profile: aProfile({ products: [kettle, coffee] }) })).toEqual([
      ['coffee', 'BUY_AGAIN', 1],
      ['kettle', 'BUY_AGAIN', 0.25],
    ]);
    expect(picks({ profile: aProfile({ products: [coffee] }) })[0]).toMatchObject({ purchases: 4, personalised: true, becauseId: null });
  });

  it('offers what is viewed with what they looked at, because of what speaks loudest', () => {
    const products = [viewed, aHabit('car', { interestWeight: 1 })];
    const similarity = similar(someSimilar('drone', { viewed: { camera: 0.5, car: 0.1 } }), someSimilar('car', { viewed: { camera: 0.5, track: 1 } }));
    const found = picks({ profile: aProfile({ products }), similarity });
    expect(found.map(({ productId, source, becauseId }) => [productId, source, becauseId])).toEqual([
      ['camera', 'SIMILAR_TO_RECENT', 'drone'],
      ['track', 'SIMILAR_TO_RECENT', 'car'],
      ['car', 'SIMILAR_TO_RECENT', 'drone'],
    ]);
    expect(found[0]?.score).toBeCloseTo(0.45);
  });

  it('names the loudest reason, whichever comes first', () => {
    const products = [aHabit('quiet', { interestWeight: 2 }), aHabit('loud', { interestWeight: 1 })];
    const similarity = similar(someSimilar('quiet', { viewed: { camera: 0.1 } }), someSimilar('loud', { viewed: { camera: 0.9 } }));
    expect(picks({ profile: aProfile({ products }), similarity })[0]?.becauseId).toBe('loud');
  });

  it('offers what others bought who bought the same', () => {
    const similarity = similar(someSimilar('kettle', { bought: { tea: 0.7 } }));
    expect(brief({ profile: aProfile({ products: [kettle] }), similarity })).toContainEqual(['tea', 'SHOPPERS_LIKE_YOU', 0.35]);
  });

  it('offers what sells in the categories they care about', () => {
    const profile = aProfile({ categories: [{ id: 'toys', weight: 2 }, { id: 'food', weight: 1 }, { id: 'gone', weight: 1 }] });
    const popularity = popularityOf(somePopularity('toys', { ball: 10, kite: 5 }), somePopularity('food', { rice: 3 }));
    expect(brief({ profile, popularity })).toEqual([
      ['ball', 'FAVOURITE_CATEGORY', 0.15],
      ['kite', 'FAVOURITE_CATEGORY', 0.075],
      ['rice', 'FAVOURITE_CATEGORY', 0.075],
    ]);
  });

  it('looks for favourites inside the category being browsed only', () => {
    const profile = aProfile({ categories: [{ id: 'food', weight: 2 }, { id: 'cars', weight: 1 }, { id: 'unlisted', weight: 1 }] });
    const popularity = popularityOf(somePopularity('cars', { racer: 1 }), somePopularity('food', { rice: 3 }), somePopularity('unlisted', { odd: 1 }));
    expect(brief({ profile, popularity, withinCategory: 'toys' }).map(([id]) => id)).toEqual(['racer']);
  });

  it('adds up the reasons for a product, and names the one that weighs most', () => {
    const profile = aProfile({ products: [coffee, aHabit('mug', { interestWeight: 1 })], categories: [{ id: 'food', weight: 1 }] });
    const similarity = similar(someSimilar('mug', { viewed: { spoon: 1 } }), someSimilar('coffee', { bought: { spoon: 0.5, tea: 1 } }));
    const popularity = popularityOf(somePopularity('food', { tea: 1 }));
    expect(brief({ profile, similarity, popularity })).toEqual([
      ['coffee', 'BUY_AGAIN', 1],
      ['spoon', 'SIMILAR_TO_RECENT', 0.625],
      ['tea', 'SHOPPERS_LIKE_YOU', 0.5],
    ]);
    const louder = similar(someSimilar('mug', { viewed: { spoon: 0.1, cup: 1 } }), someSimilar('coffee', { bought: { spoon: 1 } }));
    const spoon = picks({ profile, similarity: louder }).find(({ productId }) => productId === 'spoon');
    expect(spoon).toMatchObject({ source: 'SHOPPERS_LIKE_YOU', becauseId: 'coffee', purchases: null });
  });

  it('offers what the customer owns as a habit or not at all', () => {
    const laptop = aHabit('laptop', { purchases: 1 });
    const similarity = similar(someSimilar('coffee', { bought: { laptop: 1, kettle: 1 } }));
    expect(brief({ profile: aProfile({ products: [coffee, kettle, laptop] }), similarity })).toEqual([
      ['coffee', 'BUY_AGAIN', 1],
      ['kettle', 'BUY_AGAIN', 0.25],
    ]);
  });

  it('leaves out what the customer asked to see less of, as a pick and as a reason', () => {
    const profile = aProfile({
      products: [{ ...coffee, notInterested: true }, { ...viewed, notInterested: true }, kettle],
      categories: [{ id: 'food', weight: 1 }],
    });
    const similarity = similar(someSimilar('kettle', { bought: { drone: 1 } }), someSimilar('drone', { viewed: { camera: 1 } }));
    const popularity = popularityOf(somePopularity('food', { drone: 1, coffee: 1 }));
    expect(brief({ profile, similarity, popularity }).map(([id]) => id)).toEqual(['kettle']);
  });

  it('counts the product being viewed for more than anything seen before', () => {
    const products = [viewed];
    const similarity = similar(someSimilar('drone', { viewed: { camera: 1 } }), someSimilar('doll', { viewed: { dress: 1 } }));
    expect(brief({ profile: aProfile({ products }), similarity, viewedId: 'doll' }).map(([id]) => id)).toEqual(['dress', 'camera']);
    expect(brief({ similarity, viewedId: 'doll' })).toEqual([['dress', 'SIMILAR_TO_RECENT', 0.45]]);
  });

  it('orders equal scores by id, and offers nothing of no weight', () => {
    const profile = aProfile({ products: [aHabit('b', { purchases: 2, purchaseWeight: 1 }), aHabit('a', { purchases: 2, purchaseWeight: 1 })] });
    expect(brief({ profile }).map(([id]) => id)).toEqual(['a', 'b']);
    expect(brief({ profile: aProfile({ products: [aHabit('old', { purchases: 1 })] }) })).toEqual([]);
  });

  it('counts nothing where a column is short', () => {
    const short = { productId: 'drone', viewed: { ids: ['x'], scores: [] }, bought: { ids: [], scores: [] } };
    const popularity = new Map([['toys', { categoryId: 'toys', ids: ['y'], scores: [] }], ['food', { categoryId: 'food', ids: ['r', 'z'], scores: [1] }]]);
    const profile = aProfile({ products: [viewed], categories: [{ id: 'toys', weight: 1 }, { id: 'food', weight: 1 }] });
    expect(brief({ profile, similarity: new Map([['drone', short]]), popularity }).map(([id]) => id)).toEqual(['r']);
  });
});

describe('the seeds of picks', () => {
  it('are what was looked at and bought, and the product being viewed, each once', () => {
    const profile = aProfile({ products: [{ ...coffee, interestWeight: 1 }, viewed, kettle, aHabit('seen')] });
    expect(seedIdsOf(profile, null)).toEqual(['drone', 'coffee', 'kettle']);
    expect(seedIdsOf(profile, 'coffee')).toEqual(['coffee', 'drone', 'kettle']);
  });

  it('are the strongest twenty of each kind, ties by id', () => {
    const products = Array.from({ length: 30 }, (_, index) => aHabit(`p${String(index + 10)}`, { interestWeight: index < 2 ? 9 : 1 })).toReversed();
    expect(seedIdsOf(aProfile({ products }), null)).toEqual(products.toReversed().slice(0, 20).map(({ productId }) => productId));
  });
});
