import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearnedAnchors } from '../../../src/domain/learning/anchor-learner.js';
import type { LearningFacts } from '../../../src/domain/learning/collect-facts.js';
import { joinAnchors } from '../../../src/domain/learning/join-anchors.js';
import type { AnchorRange } from '../../../src/domain/learning/anchor-ranges.js';
import { learnAnchors } from '../../../src/domain/learning/learn-pairs.js';
import { scorersOf } from '../../../src/domain/learning/learn-statistics.js';
import { countersOf, groupsOf } from '../../../src/domain/learning/pair-groups.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../../src/domain/learning/settings.js';
import { collect } from '../../support/learning-facts.js';
import { madeUpOrders } from '../../support/made-up-shops.js';
import { someShop } from '../../support/random-shops.js';

const settings = { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 2, neighbours: 5 };

/** Learns a range with counters of its own, as another thread would. */
const learn = (facts: LearningFacts, range: AnchorRange, bytes = 10_000): LearnedAnchors => {
  const counters = countersOf(groupsOf(facts, settings), settings, { until: range.until, bytes });
  return learnAnchors(counters, { families: facts.catalogue.families, settings, scorers: scorersOf(settings) }, range);
};

const rangesBetween = (products: number, cuts: readonly number[]): readonly AnchorRange[] => {
  const edges = [0, ...cuts.map((cut) => cut % (products + 1)).sort((a, b) => a - b), products];
  return edges.slice(1).map((until, before) => ({ from: edges[before] ?? 0, until }));
};

const someCuts = fc.array(fc.nat(1_000), { maxLength: 4 });

describe('what is learned of ranges of anchors', () => {
  it('joins to what learning of all at once gives, to the last bit, wherever the ranges are cut and however little memory each has', () => {
    let pairs = 0;
    fc.assert(
      fc.property(someShop, someCuts, fc.integer({ min: 1, max: 2_000 }), (shop, cuts, bytes) => {
        const facts = collect(shop, settings);
        const products = facts.productIds.length;
        const whole = learn(facts, { from: 0, until: products });
        pairs += whole.best.neighbours.length;
        expect(joinAnchors(rangesBetween(products, cuts).map((range) => learn(facts, range, bytes)))).toEqual(whole);
      }),
      { numRuns: 300 },
    );
    expect(pairs).toBeGreaterThan(500);
  });

  it('joins to the same in a shop with full shelves and many products that no list shows', () => {
    const facts = collect({ orders: madeUpOrders({ orders: 3_000, products: 60, together: 0.5, another: 0.9 }) }, settings);
    const products = facts.productIds.length;
    const whole = learn(facts, { from: 0, until: products });
    expect(whole.places.last.some((product) => product > 0)).toBe(true);
    for (const cuts of [[30], [1, 2], [10, 20, 40, 55], [0, 60]]) {
      expect(joinAnchors(rangesBetween(products, cuts).map((range) => learn(facts, range)))).toEqual(whole);
    }
  });

  it('can be handed to another thread and back', () => {
    const facts = collect({ orders: madeUpOrders({ orders: 300, products: 20, together: 0.5, another: 0.9 }) }, settings);
    const learned = learn(facts, { from: 0, until: facts.productIds.length });
    expect(structuredClone(learned)).toEqual(learned);
  });

  it('is nothing without ranges', () => {
    const { best, places } = joinAnchors([]);
    expect([best.offsets.length, best.neighbours.length, places.shown.length]).toEqual([1, 0, 0]);
  });
});
