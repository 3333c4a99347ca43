import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePairCursor, encodePairCursor } from '../../../src/domain/cross-sell/pair-cursor.js';
import { learnedPairs, proposedPairs, type ProposedPairsPage, type ProposedPairsRequest } from '../../../src/domain/cross-sell/proposed-pairs.js';
import { aModel, aPair, aProduct } from '../../support/builders.js';
import { aPairReading, countedNeighbours, type PairHoldings } from '../../support/in-memory-pairs.js';

const SHOP: PairHoldings = {
  coPurchase: [countedNeighbours('tent', { pegs: 9, lamp: 5, mug: 3 }), countedNeighbours('pegs', { tent: 9, rope: 6 })],
  products: ['tent', 'pegs', 'lamp', 'mug', 'rope'].map((id) => aProduct(id)),
  decided: [],
};

const REQUEST: ProposedPairsRequest = { anchorId: null, first: 50, after: null };

const ask = async (shop: Partial<PairHoldings> = {}, request: Partial<ProposedPairsRequest> = {}): Promise<ProposedPairsPage> => {
  const page = await proposedPairs({ ...REQUEST, ...request }, { model: aModel(), reading: aPairReading({ ...SHOP, ...shop }) });
  if (page === null) throw new Error('the cursor was refused');
  return page;
};

const named = ({ pairs }: ProposedPairsPage): readonly string[] => pairs.map(({ anchorId, complementId }) => `${anchorId} ${complementId}`);

describe('proposed pairs', () => {
  it('are the strongest of the shop, ties by anchor and complement', async () => {
    expect(named(await ask())).toEqual(['pegs tent', 'tent pegs', 'pegs rope', 'tent lamp', 'tent mug']);
  });

  it('are all of one anchor, by the same order', async () => {
    expect(named(await ask({}, { anchorId: 'tent' }))).toEqual(['tent pegs', 'tent lamp', 'tent mug']);
    expect(await ask({}, { anchorId: 'nobody-knows-it' })).toEqual({ pairs: [], hasNextPage: false });
  });

  it('say the same of a pair, whether the shop or its anchor was asked', async () => {
    const [ofShop] = (await ask({}, { first: 2 })).pairs.slice(1);
    const [ofAnchor] = (await ask({}, { anchorId: 'tent' })).pairs;
    expect(ofShop).toEqual(ofAnchor);
    expect(ofAnchor).toMatchObject({ evidence: { ordersTogether: 9, support: 0.009, confidence: 0.9, windowDays: 365 }, rarerId: 'tent' });
  });

  it('leave out what a person approved or dismissed, and not what was opened again', async () => {
    const decided = [aPair('tent', 'pegs', 'APPROVE'), aPair('tent', 'lamp', 'DISMISS'), aPair('tent', 'mug', 'REOPEN')];
    expect(named(await ask({ decided }))).toEqual(['pegs tent', 'pegs rope', 'tent mug']);
    expect(named(await ask({ decided }, { anchorId: 'tent' }))).toEqual(['tent mug']);
  });

  it('leave out products that the catalogue does not hold or that are inactive, and not what is out of stock', async () => {
    const products = [aProduct('tent'), aProduct('pegs', { inStock: false }), aProduct('lamp', { active: false }), aProduct('mug')];
    expect(named(await ask({ products }))).toEqual(['pegs tent', 'tent pegs', 'tent mug']);
  });

  it('are none before the first learning', async () => {
    const nothing = { model: null, reading: aPairReading(SHOP) };
    expect(await proposedPairs(REQUEST, nothing)).toEqual({ pairs: [], hasNextPage: false });
    expect(await learnedPairs([aPair('tent', 'pegs')], nothing)).toEqual(new Set());
  });

  it('refuse a cursor that is none of ours', async () => {
    for (const after of ['', 'x', 'W10', encodePairCursor({ logLikelihoodRatio: 1, anchorId: '', complementId: 'b' })])
      expect(await proposedPairs({ ...REQUEST, after }, { model: aModel(), reading: aPairReading(SHOP) })).toBeNull();
  });

  it('go on behind a cursor of another model without a fault', async () => {
    const after = encodePairCursor({ logLikelihoodRatio: 1e9, anchorId: 'gone', complementId: 'gone too' });
    expect((await ask({}, { after })).pairs).toHaveLength(5);
    expect((await ask({}, { after: encodePairCursor({ logLikelihoodRatio: 0, anchorId: 'z', complementId: 'z' }) })).pairs).toEqual([]);
  });

  it('come page by page, each undecided pair once, whatever is decided in between', async () => {
    const decisions = fc.array(fc.subarray(['tent pegs', 'tent lamp', 'pegs tent', 'pegs rope', 'tent mug']), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(decisions, fc.integer({ min: 1, max: 3 }), async (decidedBefore, first) => {
        const shown: string[] = [];
        const decided = new Set<string>();
        let after: string | null = null;
        for (const now of decidedBefore) {
          for (const pair of now) decided.add(pair);
          const page = await ask({ decided: [...decided].map((pair) => aPair(pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '')) }, { first, after });
          expect(named(page).some((pair) => decided.has(pair))).toBe(false);
          shown.push(...named(page));
          after = page.pairs.at(-1)?.cursor ?? after;
          if (!page.hasNextPage) break;
        }
        expect(new Set(shown).size).toBe(shown.length);
        const all = ['pegs tent', 'tent pegs', 'pegs rope', 'tent lamp', 'tent mug'];
        const last = all.indexOf(shown.at(-1) ?? '');
        // What is missing up to where we are has been decided.
        expect(all.slice(0, last + 1).filter((pair) => !shown.includes(pair) && !decided.has(pair))).toEqual([]);
      }),
    );
  });

  it('say whether there are more', async () => {
    const page = await ask({}, { first: 4 });
    expect([page.pairs.length, page.hasNextPage]).toEqual([4, true]);
    expect(await ask({}, { first: 4, after: page.pairs[3]?.cursor ?? '' })).toMatchObject({ pairs: [{ complementId: 'mug' }], hasNextPage: false });
  });
});

describe('pairs to be decided', () => {
  it('are those that the statistics hold, in their direction', async () => {
    const dependencies = { model: aModel(), reading: aPairReading(SHOP) };
    const [held, unknown, reversed] = [aPair('tent', 'lamp'), aPair('tent', 'x'), aPair('lamp', 'tent')];
    const { id } = (await ask({}, { anchorId: 'tent' })).pairs[1] ?? { id: '' };
    expect(await learnedPairs([held, unknown, reversed], dependencies)).toEqual(new Set([id]));
    expect(await learnedPairs([], dependencies)).toEqual(new Set());
  });
});

describe('a cursor of proposed pairs', () => {
  it('comes back as it was, to the last bit', () => {
    const id = fc.string({ minLength: 1, maxLength: 128, unit: 'grapheme-ascii' });
    const position = fc.record({ logLikelihoodRatio: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), anchorId: id, complementId: id });
    fc.assert(
      fc.property(position, (strength) => {
        expect(decodePairCursor(encodePairCursor(strength))).toEqual({ ...strength, logLikelihoodRatio: strength.logLikelihoodRatio + 0 });
      }),
    );
  });

  it('is refused with anything else in it', () => {
    const texts = ['null', '{}', '[1,"a"]', '["1","a","b"]', '[-1,"a","b"]', '[1,"a","b",0]', `[1,"${'a'.repeat(129)}","b"]`, '[1, "a","b"]'];
    for (const text of texts) expect(decodePairCursor(Buffer.from(text).toString('base64url'))).toBeNull();
  });
});
