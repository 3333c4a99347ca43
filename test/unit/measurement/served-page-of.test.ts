import { describe, expect, it } from 'vitest';

import { complementsFor } from '../../../src/domain/cross-sell/complements-for.js';
import { servedPageOf } from '../../../src/domain/measurement/served-page-of.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import { aPolicy, aProduct, aSnapshot, NOW, popularityOf, someNeighbours, somePopularity } from '../../support/builders.js';
import { aReader } from '../../support/in-memory-reader.js';

const SHOWING = { lane: 'CROSS_SELL', placement: 'BASKET', anchorIds: ['tent', 'car'], servedAt: NOW } as const;
const PRODUCTS = ['car', 'tent', 'mat', 'lamp', 'mug'].map((id) => aProduct(id));
const POLICY = aPolicy({ lane: 'CROSS_SELL', placement: 'BASKET', learnedShareCap: 0.5, fallback: true });

const serve = (scores: Readonly<Record<string, number>>, position = START) =>
  complementsFor(
    { placement: 'BASKET', anchorIds: SHOWING.anchorIds, excludeIds: [], filter: null, arm: 'TREATMENT', first: 2, position },
    {
      snapshot: aSnapshot({ policies: [POLICY], popularity: popularityOf(somePopularity('', { mat: 3, lamp: 2, mug: 1 })) }),
      reader: aReader({ products: PRODUCTS, coPurchase: [someNeighbours('tent', scores)] }),
      now: NOW,
      idSalt: 'salt',
    },
  );

describe('what is written down of a page', () => {
  it('is what was on it, in its order, as what it was shown, and what it was asked for', async () => {
    const first = await serve({ mat: 0.9, lamp: 0.8 });
    expect(servedPageOf(first, SHOWING)).toEqual({
      recommendationId: first.recommendationId,
      lane: 'CROSS_SELL',
      placement: 'BASKET',
      customerId: null,
      anchorIds: ['car', 'tent'],
      firstSlot: 1,
      // Learning may fill half of the page; what is left of it stands in as popular.
      productIds: ['mat', 'lamp'],
      sources: ['CO_PURCHASE', 'POPULAR'],
      servedAt: NOW,
    });
  });

  it('is a page of the same list further down', async () => {
    const first = await serve({ mat: 0.9, lamp: 0.8 });
    const second = await serve({ mat: 0.9, lamp: 0.8 }, first.slots.at(-1)?.position);
    expect(servedPageOf(second, SHOWING)).toMatchObject({ recommendationId: first.recommendationId, firstSlot: 3, productIds: ['mug'] });
  });

  it('is nothing where nothing was on it', async () => {
    const empty = await serve({}, START);
    expect(servedPageOf({ ...empty, slots: [] }, SHOWING)).toBeNull();
  });
});
