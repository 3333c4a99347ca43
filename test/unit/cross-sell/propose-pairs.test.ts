import { describe, expect, it } from 'vitest';
import { dismissedFor, proposeApprovedPairs, proposeLearnedPairs } from '../../../src/domain/cross-sell/propose-pairs.js';
import { aModel, aPair, someNeighbours } from '../../support/builders.js';

const MODEL = aModel({ orders: 1000, windowDays: 90 });
const NONE_DISMISSED: ReadonlySet<string> = new Set();
const CAR = someNeighbours('car', { batteries: 0.9, track: 0.5 });
const DOLL = someNeighbours('doll', { dress: 0.8, batteries: 0.4 });

describe('learned pairs', () => {
  it('are the neighbours of the anchors with their scores summed, and the evidence of the anchor that speaks loudest', () => {
    const proposals = proposeLearnedPairs([CAR, DOLL], NONE_DISMISSED, MODEL);
    expect(proposals.map(({ productId, score, becauseId }) => [productId, score, becauseId])).toEqual([
      ['batteries', 0.9 + 0.4, 'car'],
      ['dress', 0.8, 'doll'],
      ['track', 0.5, 'car'],
    ]);
    expect(proposeLearnedPairs([DOLL, CAR], NONE_DISMISSED, MODEL)[0]?.becauseId).toBe('car');
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
    expect(proposeLearnedPairs([CAR, DOLL], dismissed, MODEL).map(({ productId, score }) => [productId, score])).toEqual([
      ['dress', 0.8],
      ['track', 0.5],
    ]);
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
    const [proposal] = proposeLearnedPairs([{ ...CAR, neighbourIds: ['x'], scores: [], ordersTogether: [], neighbourOrders: [] }], NONE_DISMISSED, MODEL);
    expect(proposal).toMatchObject({ score: 0, evidence: { ordersTogether: 0, lift: 0 } });
  });
});

describe('approved pairs', () => {
  const pairs = new Map([['car', [aPair('car', 'track'), aPair('car', 'glue'), aPair('car', 'batteries', 'DISMISS')]]]);

  it('are proposed for their anchor, with the evidence that learning still holds', () => {
    const proposals = proposeApprovedPairs(['car', 'doll'], new Map([['car', CAR]]), pairs, MODEL);
    expect(proposals.map(({ productId, source, score, evidence, becauseId }) => [productId, source, score, evidence?.ordersTogether, becauseId])).toEqual([
      ['track', 'APPROVED_PAIR', 0.5, 49, 'car'],
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
