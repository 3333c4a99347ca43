import { describe, expect, it } from 'vitest';

import { createRequestReader } from '../../src/server/request-reader.js';
import { complementsFor } from '../../src/domain/cross-sell/complements-for.js';
import { picksFor } from '../../src/domain/personalisation/picks-for.js';
import { START } from '../../src/domain/ranking/cursor.js';
import { LaneUnavailable } from '../../src/domain/serving/unavailable.js';
import type { Unreadable } from '../../src/domain/serving/reader.js';
import { NO_HOLDOUT, UNNOTED } from '../support/arms.js';
import { aPolicy, aProduct, aRule, aSelector, aSnapshot, NOW } from '../support/builders.js';

const down = async (): Promise<never> => Promise.reject(new Error('the store is down'));
const LOADERS_DOWN = { products: down, coPurchase: down, similarity: down, decidedPairs: down, profiles: down, consents: down };
const SETTINGS = { consentDefault: true, holdoutShares: NO_HOLDOUT, holdoutSalt: 'salt' };
const REQUEST = { placement: 'PRODUCT_PAGE', anchorIds: ['car'], excludeIds: [], filter: null, arm: 'TREATMENT', first: 4, position: START } as const;
const PICKS = {
  customerId: 'ada',
  surface: 'HOME',
  context: { categoryId: null, productId: null, candidateIds: [] },
  excludeIds: [],
  filter: null,
  first: 4,
  position: START,
} as const;

const inMemory = (ids: readonly string[]) => ({
  knownProducts: new Map(ids.map((id) => [id, aProduct(id)])),
  popularity: new Map([['', { categoryId: '', ids, scores: ids.map(() => 1) }]]),
});

describe('with every store down', () => {
  const dependencies = (snapshot: ReturnType<typeof aSnapshot>) => {
    const told: Unreadable[] = [];
    const reader = createRequestReader(LOADERS_DOWN, snapshot, (name) => told.push(name));
    return { told, deps: { snapshot, reader, now: NOW, idSalt: 'salt', ...UNNOTED, settings: SETTINGS } };
  };

  it('complements are what people decided and memory knows', async () => {
    const rules = [aRule('needs-aa', { action: 'REQUIRE', when: aSelector({ productIds: ['car'] }), then: aSelector({ productIds: ['aa'] }) })];
    const { told, deps } = dependencies(aSnapshot({ rules, ...inMemory(['aa']) }));
    const list = await complementsFor(REQUEST, deps);
    expect(list.slots.map(({ candidate }) => candidate.productId)).toEqual(['aa']);
    expect(list.unknownIds).toEqual([]);
    expect(told.toSorted()).toEqual(['catalogue', 'copurchase_stats', 'decided_pairs']);
  });

  it('picks are what is popular, and say that they are degraded', async () => {
    const { deps } = dependencies(aSnapshot(inMemory(['a', 'b'])));
    const list = await picksFor(PICKS, deps);
    expect(list.personalisation).toEqual({ applied: false, reason: 'DEGRADED' });
    expect(list.slots.map(({ candidate }) => candidate.productId)).toEqual(['a', 'b']);
  });

  it('a lane with nothing to show says that it could not answer instead of claiming that there is nothing', async () => {
    const { deps } = dependencies(aSnapshot());
    await expect(complementsFor(REQUEST, deps)).rejects.toThrow(LaneUnavailable);
    await expect(picksFor(PICKS, deps)).rejects.toThrow(LaneUnavailable);
  });
});

describe('with the catalogue down', () => {
  it('nothing is said of what an anchor is called', async () => {
    const none = async () => new Map();
    const loaders = { ...LOADERS_DOWN, coPurchase: none, decidedPairs: none };
    const traits = new Map([['word:ghost', { trait: 'word:ghost', weight: 1, productIds: ['sheet'], relativeDemand: [0] }]]);
    const policies = [aPolicy({ lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', fallback: true })];
    const snapshot = aSnapshot({ ...inMemory(['sheet', 'bestseller']), popularity: inMemory(['bestseller']).popularity, traits, policies });
    const reader = createRequestReader(loaders, snapshot, () => undefined);
    // While it cannot be read, an anchor stands under its id.
    const list = await complementsFor({ ...REQUEST, anchorIds: ['ghost'] }, { snapshot, reader, now: NOW, idSalt: 'salt' });
    expect(list.slots.map(({ candidate }) => candidate.source)).toEqual(['POPULAR']);
  });
});

describe('a request whose time is over', () => {
  const some = async () => new Map();
  const LOADERS = { products: some, coPurchase: some, similarity: some, decidedPairs: some, profiles: some, consents: some };

  it('decides no more lists, and does not take that for a store that is down', async () => {
    const told: Unreadable[] = [];
    let checks = 0;
    const snapshot = aSnapshot(inMemory(['a']));
    const reader = createRequestReader(LOADERS, snapshot, (name) => told.push(name), () => {
      checks += 1;
      if (checks > 12) throw new Error('over');
    });
    const deps = { snapshot, reader, now: NOW, idSalt: 'salt', ...UNNOTED, settings: SETTINGS };
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, async () => complementsFor(REQUEST, deps)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(complementsFor(REQUEST, deps)).rejects.toThrow('over');
    expect(told).toEqual([]);
  });
});
