import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/domain/serving/explain.js';
import type { Candidate } from '../../../src/domain/ranking/candidate.js';
import { aCandidate, aProduct } from '../../support/builders.js';

const evidence = (ordersTogether: number) => ({ ordersTogether, support: 0, confidence: 0, lift: 0, windowDays: 1 });
const CAR = aProduct('car', { title: 'RC car' });

describe('an explanation', () => {
  it.each<[string, Partial<Omit<Candidate, 'product'>>, typeof CAR | undefined]>([
    ['RC car needs it', { source: 'REQUIRED_COMPANION' }, CAR],
    ['Needed for it to work', { source: 'REQUIRED_COMPANION' }, undefined],
    ['Recommended by our team', { source: 'PINNED' }, CAR],
    ['Recommended by our team', { source: 'RULE' }, CAR],
    ['Goes well with it, says our team', { source: 'APPROVED_PAIR' }, CAR],
    ['Goes well with it, says our team; bought together in 2 orders', { source: 'APPROVED_PAIR', evidence: evidence(2) }, CAR],
    ['Bought together in 42 orders', { source: 'CO_PURCHASE', evidence: evidence(42) }, CAR],
    ['Bought together in 1 order', { source: 'CO_PURCHASE', evidence: evidence(1) }, CAR],
    ['Bought together', { source: 'CO_PURCHASE' }, CAR],
    ['You bought it before', { source: 'BUY_AGAIN' }, undefined],
    ['You bought it once', { source: 'BUY_AGAIN', purchases: 1 }, undefined],
    ['You bought it twice', { source: 'BUY_AGAIN', purchases: 2 }, undefined],
    ['You bought it 3 times', { source: 'BUY_AGAIN', purchases: 3 }, undefined],
    ['Viewed by others together with RC car', { source: 'SIMILAR_TO_RECENT' }, CAR],
    ['Like what you looked at lately', { source: 'SIMILAR_TO_RECENT' }, undefined],
    ['Bought by others who bought RC car', { source: 'SHOPPERS_LIKE_YOU' }, CAR],
    ['Bought by shoppers like you', { source: 'SHOPPERS_LIKE_YOU' }, undefined],
    ['Popular in a category you like', { source: 'FAVOURITE_CATEGORY' }, undefined],
    ['In demand right now', { source: 'IN_DEMAND' }, undefined],
    ['Products like this and RC car are bought together', { source: 'SHARED_TRAIT' }, CAR],
    ['Products like these are bought together', { source: 'SHARED_TRAIT' }, undefined],
    ['Popular in our shop', { source: 'POPULAR' }, undefined],
  ])('says: %s', (sentence, candidate, because) => {
    expect(explain(aCandidate('p', candidate), because, 'SALES')).toBe(sentence);
  });

  it.each([
    ['SALES', 'Popular in our shop'],
    ['RANGE', 'From our range'],
    ['SEARCH', 'Found by your search'],
  ] as const)('of the fallback is true for where it comes from: %s', (fallback, sentence) => {
    expect(explain(aCandidate('p', { source: 'POPULAR' }), undefined, fallback)).toBe(sentence);
  });
});
