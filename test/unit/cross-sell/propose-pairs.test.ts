import { describe, expect, it } from 'vitest';
import { dismissedFor, proposeApprovedPairs, proposeLearnedPairs } from '../../../src/domain/cross-sell/propose-pairs.js';
import { aModel, aPair, someNeighbours } from '../../support/builders.js';

const MODEL = aModel({ orders: 1000, windowDays: 90 });
const NONE_DISMISSED: ReadonlySet<string> = new Set();
/** Batteries go best with either alone; in a basket each adds little to what the other says. */
const CAR = { ...someNeighbours('car', { batteries: 0.09, track: 0.05 }), basketScores: [0.3, 0.6] };
const DOLL = { ...someNeighbours('doll', { dress: 0.08, batteries: 0.04 }), basketScores: [0.7, 0.2] };

describe('learned pairs', () => {
  it('are the neighbours of a single product, by how well they go with it', () => {
    expect(proposeLearnedPairs([CAR], NONE_DISMISSED, MODEL).map(({ productId, score }) => [productId, score])).toEqual([
      ['batteries', 0.09],
      ['track', 0.05],
    ]);
  });

  it('are for a basket the sums of what each of its products adds, with the evidence of the product that adds most', () => {
    const proposals = proposeLearnedPairs([CAR, DOLL], NONE_DISMISSED, MODEL);
    expect(proposals.map(({ productId, becauseId }) => [productId, becauseId])).toEqual([
      ['dress', 'doll'],
      ['track', 'car'],
      ['batteries', 'car'],
    ]);
    // What is added, and how well each goes with the products one by one.
    const sums = [0.7 + 0.08, 0.6 + 0.05, 0.3 + 0.2 + 0.09 + 0.04];
    proposals.forEach(({ score }, place) => expect(score).toBeCloseTo(sums[place] ?? Number.NaN, 12));
    expect(proposeLearnedPairs([DOLL, CAR], NONE_DISMISSED, MODEL).map(({ productId, becauseId }) => [productId, becauseId])).toEqual(
      proposals.map(({ productId, becauseId }) => [productId, becauseId]),
    );
  });

  it('of which a basket says nothing come by how well they go with its products one by one', () => {
    const silent = { ...CAR, basketScores: [0, 0] };
    const little = { ...DOLL, basketScores: [0.06, 0] };
    expect(proposeLearnedPairs([silent, little], NONE_DISMISSED, MODEL).map(({ productId }) => productId)).toEqual(['dress', 'batteries', 'track']);
  });

  it('carry what was counted', () => {
    expect(proposeLearnedPairs([CAR], NONE_DISMISSED, MODEL)[0]?.evidence).toEqual({
      ordersTogether: 50,
      support: 0.05,
      confidence: 0.5,
      lift: 2.5,
      windowDays: 90,
    });
  });

  it('that a person dismissed for one anchor are not proposed for any basket that holds it, whichever other anchor would', () => {
    const dismissed = dismissedFor(['car'], new Map([['car', [aPair('car', 'batteries', 'DISMISS'), aPair('car', 'track')]]]));
    expect(proposeLearnedPairs([CAR], dismissed, MODEL).map(({ productId }) => productId)).toEqual(['track']);
    expect(proposeLearnedPairs([CAR, DOLL], dismissed, MODEL).map(({ productId }) => productId)).toEqual(['dress', 'track']);
    expect(proposeLearnedPairs([DOLL], new Set(), MODEL).map(({ productId }) => productId)).toContain('batteries');
  });

  it('are ordered by id where scores are equal, and bounded', () => {
    const many = someNeighbours('a', Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${String(999 - index)}`, 0.5])));
    const proposals = proposeLearnedPairs([many], NONE_DISMISSED, MODEL);
    expect(proposals.length).toBe(200);
    expect(proposals[0]?.productId).toBe('p700');
  });

  it('are none before anything was learned', () => {
    expect(proposeLearnedPairs([CAR], NONE_DISMISSED, null)).toEqual([]);
  });

  it('count nothing where a column is short', () => {
    const short = { ...CAR, neighbourIds: ['x'], scores: [], basketScores: [], ordersTogether: [], neighbourOrders: [] };
    for (const anchors of [[short], [short, short]]) {
      const [proposal] = proposeLearnedPairs(anchors, NONE_DISMISSED, MODEL);
      expect(proposal).toMatchObject({ score: 0, evidence: { ordersTogether: 0, lift: 0 } });
    }
  });
});

describe('approved pairs', () => {
  const pairs = new Map([['car', [aPair('car', 'track'), aPair('car', 'glue'), aPair('car', 'batteries', 'DISMISS')]]]);

  it('are proposed for their anchor, with the evidence that learning still holds', () => {
    const proposals = proposeApprovedPairs(['car', 'doll'], new Map([['car', CAR]]), pairs, MODEL);
    expect(proposals.map(({ productId, source, score, evidence, becauseId }) => [productId, source, score, evidence?.ordersTogether, becauseId])).toEqual([
      ['track', 'APPROVED_PAIR', 0.05, 49, 'car'],
      ['glue', 'APPROVED_PAIR', 0, undefined, 'car'],
    ]);
  });

  it('need no statistics', () => {
    for (const [stats, model] of [[new Map(), MODEL], [new Map([['car', CAR]]), null]] as const)
      expect(proposeApprovedPairs(['car'], stats, pairs, model).map(({ evidence, score }) => [evidence, score])).toEqual([[null, 0], [null, 0]]);
  });

  it('score nothing where a column is short', () => {
    expect(proposeApprovedPairs(['car'], new Map([['car', { ...CAR, scores: [] }]]), pairs, MODEL)[0]?.score).toBe(0);
  });

  it('are told from dismissed ones', () => {
    expect([...dismissedFor(['car', 'doll'], pairs)]).toEqual(['batteries']);
  });
});
