import { describe, expect, it } from 'vitest';
import type { PickEvidence } from '../../../src/domain/personalisation/pick-evidence.js';
import { scorePicks } from '../../../src/domain/personalisation/score-picks.js';
import { demandIndexOf, NO_DEMAND } from '../../../src/domain/serving/demand-index.js';
import { NOW, popularityOf, someDemand, somePopularity, someSimilar } from '../../support/builders.js';
import { aHabit, aProfile } from '../../support/profiles.js';

const EVIDENCE: PickEvidence = {
  profile: aProfile(),
  similarity: new Map(),
  popularity: new Map(),
  demand: NO_DEMAND,
  wantedIds: [],
  viewedId: null,
  categoryPaths: new Map([['toys', ['toys']], ['cars', ['toys', 'cars']], ['food', ['food']]]),
  withinCategory: null,
  now: NOW,
};
const similar = (...all: readonly ReturnType<typeof someSimilar>[]) => new Map(all.map((each) => [each.productId, each]));
const picks = (evidence: Partial<PickEvidence>) => scorePicks({ ...EVIDENCE, ...evidence });
const sources = (evidence: Partial<PickEvidence>) => picks(evidence).map(({ productId, source }) => [productId, source]);
/** Scores beside that of one product, or beside 1. */
const brief = (evidence: Partial<PickEvidence>, unitId?: string) => {
  const found = picks(evidence);
  const unit = found.find(({ productId }) => productId === unitId)?.score ?? 1;
  return found.map(({ productId, source, score }) => [productId, source, Number((score / unit).toFixed(4))]);
};

const coffee = aHabit('coffee', { purchases: 4, purchaseWeight: 2, lastPurchasedAt: NOW });
const kettle = aHabit('kettle', { purchases: 1, purchaseWeight: 1, recentDays: 0.66, chances: 4, lastPurchasedAt: NOW });
const viewed = aHabit('drone', { interestWeight: 3 });

describe('scoring picks', () => {
  it('offers again what is bought again and again, and less what was bought once', () => {
    expect(sources({ profile: aProfile({ products: [kettle, coffee] }) })).toEqual([
      ['coffee', 'BUY_AGAIN'],
      ['kettle', 'BUY_AGAIN'],
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
    expect(found[0]?.score).toBeCloseTo(0.45 * 0.1);
  });

  it('weighs interest against the strongest that purchases say', () => {
    const profile = aProfile({ products: [coffee, kettle, viewed], categories: [{ id: 'food', weight: 1 }] });
    const similarity = similar(someSimilar('drone', { viewed: { camera: 1, lens: 0.5 } }));
    const popularity = popularityOf(somePopularity('food', { rice: 2, salt: 1 }));
    expect(brief({ profile, similarity, popularity }, 'coffee')).toEqual([
      ['coffee', 'BUY_AGAIN', 1],
      ['camera', 'SIMILAR_TO_RECENT', 0.45],
      ['lens', 'SIMILAR_TO_RECENT', 0.225],
      ['kettle', 'BUY_AGAIN', expect.any(Number)],
      ['rice', 'FAVOURITE_CATEGORY', 0.15],
      ['salt', 'FAVOURITE_CATEGORY', 0.075],
    ]);
    const toTea = similar(...similarity.values(), someSimilar('coffee', { bought: { tea: 1 } }));
    const seldom = aProfile({ products: [{ ...coffee, recentDays: 0, chances: 200 }, viewed] });
    const demand = demandIndexOf(someDemand({ tea: { demand: 6 }, coffee: {} }));
    const found = brief({ profile: seldom, similarity: toTea, demand }, 'tea');
    expect(found[0]).toEqual(['tea', 'SHOPPERS_LIKE_YOU', 1]);
    expect(found).toContainEqual(['camera', 'SIMILAR_TO_RECENT', 0.45]);
  });

  it('names the loudest reason, whichever comes first', () => {
    const looks = [aHabit('quiet', { interestWeight: 2 }), aHabit('loud', { interestWeight: 1 })];
    const viewedWith = similar(someSimilar('quiet', { viewed: { camera: 0.1 } }), someSimilar('loud', { viewed: { camera: 0.9 } }));
    expect(picks({ profile: aProfile({ products: looks }), similarity: viewedWith })[0]?.becauseId).toBe('loud');
    const boughtLike = similar(someSimilar('kettle', { bought: { tea: 0.9 } }), someSimilar('coffee', { bought: { tea: 0.1 } }));
    const tea = picks({ profile: aProfile({ products: [coffee, kettle] }), similarity: boughtLike }).find(({ productId }) => productId === 'tea');
    expect(tea).toMatchObject({ source: 'SHOPPERS_LIKE_YOU', becauseId: 'kettle', purchases: null });
  });

  it('offers what others bought who bought the same, and less of it the longer ago that was', () => {
    const profile = aProfile({ products: [kettle] });
    const similarity = similar(someSimilar('kettle', { bought: { tea: 0.7 } }));
    const scoreAt = (now: Date): number => picks({ profile, similarity, now }).find(({ productId }) => productId === 'tea')?.score ?? 0;
    expect(sources({ profile, similarity })).toContainEqual(['tea', 'SHOPPERS_LIKE_YOU']);
    const afterHalfAYear = new Date(NOW.getTime() + 180 * 86_400_000);
    const halved = picks({ profile, similarity: similar(someSimilar('kettle', { bought: { tea: 0.35 } })) });
    expect(scoreAt(afterHalfAYear)).toBeCloseTo(halved.find(({ productId }) => productId === 'tea')?.score ?? 0, 12);
    expect(scoreAt(afterHalfAYear)).toBeLessThan(scoreAt(NOW));
  });

  it('offers what sells in the categories they care about', () => {
    const profile = aProfile({ categories: [{ id: 'toys', weight: 2 }, { id: 'food', weight: 1 }, { id: 'gone', weight: 1 }] });
    const popularity = popularityOf(somePopularity('toys', { ball: 10, kite: 5 }), somePopularity('food', { rice: 3 }));
    expect(brief({ profile, popularity })).toEqual([
      ['ball', 'FAVOURITE_CATEGORY', 0.015],
      ['kite', 'FAVOURITE_CATEGORY', 0.0075],
      ['rice', 'FAVOURITE_CATEGORY', 0.0075],
    ]);
  });

  it('looks for favourites inside the category being browsed only', () => {
    const profile = aProfile({ categories: [{ id: 'food', weight: 2 }, { id: 'cars', weight: 1 }, { id: 'unlisted', weight: 1 }] });
    const popularity = popularityOf(somePopularity('cars', { racer: 1 }), somePopularity('food', { rice: 3 }), somePopularity('unlisted', { odd: 1 }));
    expect(brief({ profile, popularity, withinCategory: 'toys' }).map(([id]) => id)).toEqual(['racer']);
  });

  it('adds up the reasons for a product, and names the one that weighs most', () => {
    const profile = aProfile({ products: [coffee, aHabit('mug', { interestWeight: 1 })], categories: [{ id: 'food', weight: 1 }] });
    const evidence = (viewedWith: Readonly<Record<string, number>>): Partial<PickEvidence> => ({
      profile,
      similarity: similar(someSimilar('mug', { viewed: viewedWith }), someSimilar('coffee', { bought: { spoon: 0.5, tea: 1 } })),
      popularity: popularityOf(somePopularity('food', { tea: 1 })),
    });
    const of = (id: string, found: ReturnType<typeof picks>) => found.find(({ productId }) => productId === id);
    const alone = of('spoon', picks({ ...evidence({}), popularity: new Map() }))?.score ?? 0;
    const unit = of('coffee', picks(evidence({})))?.score ?? 0;
    const looked = of('spoon', picks(evidence({ spoon: 1 })));
    expect(looked).toMatchObject({ source: 'SIMILAR_TO_RECENT', becauseId: 'mug' });
    expect(looked?.score).toBeCloseTo(alone + 0.45 * unit, 12);
    expect(of('spoon', picks(evidence({ spoon: 0.001, cup: 1 })))).toMatchObject({ source: 'SHOPPERS_LIKE_YOU', becauseId: 'coffee', purchases: null });
    expect(of('tea', picks(evidence({})))?.source).toBe('FAVOURITE_CATEGORY');
  });

  it('offers what the customer owns as a habit or not at all', () => {
    const similarity = similar(someSimilar('coffee', { bought: { kettle: 1 }, viewed: { kettle: 1 } }));
    const popularity = popularityOf(somePopularity('food', { kettle: 1 }));
    const products = [{ ...coffee, interestWeight: 1 }, kettle];
    const alone = brief({ profile: aProfile({ products }) });
    expect(alone.map(([, source]) => source)).toEqual(['BUY_AGAIN', 'BUY_AGAIN']);
    expect(brief({ profile: aProfile({ products, categories: [{ id: 'food', weight: 1 }] }), similarity, popularity })).toEqual(alone);
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
    const similarity = similar(someSimilar('drone', { viewed: { camera: 1 } }), someSimilar('doll', { viewed: { dress: 1 } }));
    expect(brief({ profile: aProfile({ products: [viewed] }), similarity, viewedId: 'doll' }).map(([id]) => id)).toEqual(['dress', 'camera']);
    expect(brief({ similarity, viewedId: 'doll' })).toEqual([['dress', 'SIMILAR_TO_RECENT', 0.045]]);
  });

  it('orders equal scores by id', () => {
    const profile = aProfile({ products: [{ ...coffee, productId: 'b' }, { ...coffee, productId: 'a' }] });
    expect(brief({ profile }).map(([id]) => id)).toEqual(['a', 'b']);
  });

  it('offers the best two hundred, ties by id', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `p${String(index + 100)}`);
    const similarity = similar(someSimilar('kettle', { bought: Object.fromEntries(ids.toReversed().map((id) => [id, id === 'p350' ? 0.9 : 0.5])) }));
    const found = picks({ profile: aProfile({ products: [kettle] }), similarity }).map(({ productId }) => productId);
    const others = found.filter((id) => id !== 'kettle');
    expect(found).toHaveLength(200);
    expect(others).toEqual(['p350', ...ids.slice(0, others.length - 1)]);
  });

  it('counts nothing where a column is short', () => {
    const short = { productId: 'drone', viewed: { ids: ['x'], scores: [] }, bought: { ids: [], scores: [] } };
    const popularity = new Map([['toys', { categoryId: 'toys', ids: ['y'], scores: [] }], ['food', { categoryId: 'food', ids: ['r', 'z'], scores: [1] }]]);
    const profile = aProfile({ products: [viewed], categories: [{ id: 'toys', weight: 1 }, { id: 'food', weight: 1 }] });
    expect(brief({ profile, similarity: new Map([['drone', short]]), popularity }).map(([id]) => id)).toEqual(['r']);
  });

  it('takes what the shop learned of a product into account, bought before or not', () => {
    const demand = demandIndexOf(someDemand({ coffee: { demand: 3 }, tea: { demand: 3 }, cocoa: {}, rare: { demand: -9, repeatRate: 0.01 } }));
    const similarity = similar(someSimilar('kettle', { bought: { cocoa: 0.5, tea: 0.5, unheard: 0.5 } }));
    const products = [coffee, { ...coffee, productId: 'cacao' }, kettle];
    const found = picks({ profile: aProfile({ products }), similarity, demand }).map(({ productId }) => productId);
    expect(found.filter((id) => ['coffee', 'cacao'].includes(id))).toEqual(['coffee', 'cacao']);
    expect(found.filter((id) => ['tea', 'cocoa', 'unheard'].includes(id))).toEqual(['tea', 'cocoa', 'unheard']);
  });
});

describe('scoring what the shop’s customers want now', () => {
  const demand = demandIndexOf(someDemand({ umbrella: { demand: 4 }, tea: { demand: 4 }, kettle: { demand: 4 }, cocoa: {} }));
  const profile = aProfile({ products: [kettle] });
  const wantedIds = ['umbrella', 'tea', 'kettle'];
  const of = (id: string, found: ReturnType<typeof picks>) => found.find(({ productId }) => productId === id);

  it('offers what nothing leads this customer to, as that, and as nobody’s own', () => {
    const found = picks({ profile, demand, wantedIds });
    expect(of('umbrella', found)).toMatchObject({ source: 'IN_DEMAND', personalised: false, becauseId: null, purchases: null });
    expect(of('umbrella', found)?.score).toBe(of('tea', found)?.score);
  });

  it('scores it by the same chances as all else: the more leads to it, the more, and then for that reason', () => {
    const led = (weight: number) => of('tea', picks({ profile, demand, wantedIds, similarity: similar(someSimilar('kettle', { bought: { tea: weight } })) }));
    const [alone, hardly, much] = [led(0), led(0.001), led(2)];
    expect(hardly).toMatchObject({ source: 'IN_DEMAND', personalised: true });
    expect(much).toMatchObject({ source: 'SHOPPERS_LIKE_YOU', becauseId: 'kettle', personalised: true });
    expect(hardly?.score).toBeGreaterThan(alone?.score ?? 1);
    const unlisted = of('tea', picks({ profile, demand, similarity: similar(someSimilar('kettle', { bought: { tea: 2 } })) }));
    expect(much?.score).toBeCloseTo(unlisted?.score ?? 0, 12);
  });

  it('offers what the customer owns as a habit, and what they refused never', () => {
    const products = [kettle, aHabit('tea', { notInterested: true })];
    expect(brief({ profile: aProfile({ products }), demand, wantedIds }).map(([id, source]) => [id, source])).toEqual(
      expect.arrayContaining([['kettle', 'BUY_AGAIN'], ['umbrella', 'IN_DEMAND']]),
    );
    expect(of('tea', picks({ profile: aProfile({ products }), demand, wantedIds }))).toBeUndefined();
  });

  it('is weighed against nothing that interest is weighed against', () => {
    const looked = aProfile({ products: [kettle, viewed] });
    const similarity = similar(someSimilar('drone', { viewed: { camera: 1 } }));
    const [without, beside] = [[], wantedIds].map((ids) => of('camera', picks({ profile: looked, demand, similarity, wantedIds: ids })));
    expect(beside?.score).toBe(without?.score);
  });
});
