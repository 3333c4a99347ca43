import { describe, expect, it } from 'vitest';
import type { LearnedStatistics } from '../../src/domain/learning/model.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { canonicalLines, versionOf } from '../../src/learn/version.js';
import { NOW, someDemand, someNeighbours, somePopularity, someSimilar, someStatistics } from '../support/builders.js';

const STATISTICS = someStatistics({
  coPurchase: [someNeighbours('tent', { pegs: 0.5 })],
  similarity: [someSimilar('tent', { viewed: { mat: 0.5 }, bought: { gas: 0.5 } })],
  popularity: [somePopularity('', { tent: 2 })],
  demand: someDemand({ tent: { demand: 1, intervalDays: 30 } }),
});

const scorer = { name: 'any', over: () => () => 1 };

const nameOf = (statistics: LearnedStatistics): string => versionOf(NOW, statistics, DEFAULT_LEARNING_SETTINGS, { coPurchase: scorer, coOwnership: scorer, similarity: scorer });

describe('a version', () => {
  it('is the same for the same statistics', () => {
    expect(nameOf(structuredClone(STATISTICS))).toBe(nameOf(STATISTICS));
  });

  it.each<[string, Partial<LearnedStatistics>]>([
    ['how well a pair goes together alone', { coPurchase: [someNeighbours('tent', { pegs: 0.6 })] }],
    ['how well it does in a basket', { coPurchase: [{ ...someNeighbours('tent', { pegs: 0.5 }), basketScores: [0.1] }] }],
    ['what is viewed alike', { similarity: [someSimilar('tent', { viewed: { mat: 0.6 }, bought: { gas: 0.5 } })] }],
    ['what is bought alike', { similarity: [someSimilar('tent', { viewed: { mat: 0.5 }, bought: { gas: 0.6 } })] }],
    ['what sells', { popularity: [somePopularity('', { tent: 3 })] }],
    ['which products are wanted', { demand: someDemand({ mat: { demand: 1, intervalDays: 30 } }) }],
    ['how much', { demand: someDemand({ tent: { demand: 2, intervalDays: 30 } }) }],
    ['in what season', { demand: someDemand({ tent: { demand: 1, trend: 1, intervalDays: 30 } }) }],
    ['how many buy it again', { demand: someDemand({ tent: { demand: 1, repeatRate: 0.5, intervalDays: 30 } }) }],
    ['and when', { demand: someDemand({ tent: { demand: 1, intervalDays: 31 } }) }],
    ['or that nobody knows when', { demand: someDemand({ tent: { demand: 1 } }) }],
  ])('is another one when it says something else of %s', (_, changes) => {
    expect(nameOf({ ...STATISTICS, ...changes })).not.toBe(nameOf(STATISTICS));
  });

  it('is told from lines that are no longer than a part of a large shop', () => {
    const many = Object.fromEntries(Array.from({ length: 12_000 }, (_, index) => [`p${String(index)}`, { demand: index }]));
    const lines = [...canonicalLines(someStatistics({ demand: someDemand(many) }))];
    expect(lines).toHaveLength(3);
    expect(lines.join('')).toContain('"p11999"');
  });
});
