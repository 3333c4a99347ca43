import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FloatColumn, floatAt, intAt, UintColumn, uintAt } from '../../../src/domain/learning/columns.js';
import { decay, sizeWeight } from '../../../src/domain/learning/decay.js';
import { draw, fingerprint } from '../../../src/domain/learning/fingerprint.js';
import { DEFAULT_LEARNING_SETTINGS, learningSettingsProblems } from '../../../src/domain/learning/settings.js';
import { TopNeighbours } from '../../../src/domain/learning/top-neighbours.js';
import { isWithin, laterOf, windowEnding } from '../../../src/domain/learning/window.js';
import { daysAgo, TODAY } from '../../support/learning-facts.js';

describe('the best few neighbours', () => {
  it('are those that sorting all would give, in whatever order they are offered', () => {
    const offers = fc.uniqueArray(fc.tuple(fc.nat(200), fc.integer({ min: -2, max: 6 })), { selector: ([product]) => product });
    fc.assert(
      fc.property(offers, fc.integer({ min: 1, max: 8 }), (neighbours, limit) => {
        const top = new TopNeighbours(limit);
        for (const [product, score] of neighbours) top.offer(product, score);
        const sorted = neighbours.filter(([, score]) => score > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
        expect([...top.products()]).toEqual(sorted.map(([product]) => product));
        expect([...top.scores()]).toEqual(sorted.map(([, score]) => score));
        expect(top.size).toBe(sorted.length);
      }),
    );
  });

  it('start empty again after clearing, and never hold what is no number', () => {
    const top = new TopNeighbours(2);
    top.offer(1, Number.NaN);
    top.offer(2, 5);
    expect([...top.products()]).toEqual([2]);
    top.clear();
    expect([...top.products()]).toEqual([]);
  });
});

describe('columns', () => {
  it('hold what was pushed, however much', () => {
    const [whole, broken] = [new UintColumn(), new FloatColumn()];
    for (let number = 0; number < 5000; number += 1) {
      whole.push(number);
      broken.push(number / 2);
    }
    expect([whole.length, broken.length]).toEqual([5000, 5000]);
    expect([uintAt(whole.values(), 4999), floatAt(broken.values(), 4999)]).toEqual([4999, 2499.5]);
  });

  it('are empty after what they held was taken, and what was taken stays', () => {
    const [whole, broken] = [new UintColumn(), new FloatColumn()];
    whole.push(1);
    broken.push(0.5);
    const taken = [whole.take(), broken.take()] as const;
    whole.push(2);
    expect([...taken[0], ...taken[1], ...whole.values(), ...broken.values()]).toEqual([1, 0.5, 2]);
  });

  it('hold 0 outside', () => {
    expect([uintAt(new Uint32Array(1), 1), floatAt(new Float64Array(1), 1), intAt(new Int32Array(1), 1)]).toEqual([0, 0, 0]);
  });
});

describe('the weight of orders', () => {
  it('halves with every half-life of age, and is never more than that of a new one', () => {
    const day = 86_400_000;
    expect([0, 10, 20].map((days) => decay(-days * day, 0, 10))).toEqual([1, 0.5, 0.25]);
    expect(decay(day, 0, 10)).toBe(1);
  });

  it('falls with their size, from two products on, but not so far that a large order says less in all than a small one', () => {
    const weights = [1, 2, 3, 6, 51].map(sizeWeight);
    expect(weights.slice(0, 2)).toEqual([1, 1]);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    const said = [2, 3, 6, 51].map((size) => sizeWeight(size) * (size - 1));
    expect(said).toEqual(said.toSorted((a, b) => a - b));
  });
});

describe('fingerprints', () => {
  it('are whole, below 2⁵³, and differ for ids that differ a little', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `customer ${index}`);
    const prints = ids.map(fingerprint);
    expect(prints.every((print) => Number.isSafeInteger(print) && print >= 0)).toBe(true);
    expect(new Set(prints).size).toBe(ids.length);
  });

  it('draw lots fairly and repeatably', () => {
    const lots = Array.from({ length: 10_000 }, (_, index) => draw(fingerprint('order 1'), fingerprint(`p${index}`)));
    const upper = lots.filter((lot) => lot >= 2 ** 31).length;
    expect(upper).toBeGreaterThan(4700);
    expect(upper).toBeLessThan(5300);
    expect(draw(1, 2)).toBe(draw(1, 2));
    expect(draw(1, 2)).not.toBe(draw(2, 2));
  });
});

describe('windows', () => {
  it('are none where there is no fact, and hold nothing then', () => {
    expect(windowEnding(null, 30)).toBeNull();
    expect(isWithin(null, TODAY)).toBe(false);
  });

  it('hold their last moment and not the one after', () => {
    const window = windowEnding(TODAY, 1);
    expect(isWithin(window, TODAY)).toBe(true);
    expect(isWithin(window, new Date(TODAY.getTime() + 1))).toBe(false);
  });

  it('end with the later of two facts', () => {
    expect(laterOf(null, null)).toBeNull();
    expect(laterOf(TODAY, null)).toBe(TODAY);
    expect(laterOf(null, TODAY)).toBe(TODAY);
    expect(laterOf(daysAgo(1), TODAY)).toBe(TODAY);
    expect(laterOf(TODAY, daysAgo(1))).toBe(TODAY);
  });
});

describe('learning settings', () => {
  it('may be used as they are by default', () => {
    expect(learningSettingsProblems(DEFAULT_LEARNING_SETTINGS)).toEqual([]);
  });

  it('name each setting that cannot be used', () => {
    const wrong = { ...DEFAULT_LEARNING_SETTINGS, windowDays: 0, halfLifeDays: Number.NaN, minCustomers: 2.5, asOf: new Date('never') };
    expect(learningSettingsProblems(wrong)).toEqual([
      'windowDays must be a whole number from 1 to 36500, not 0',
      'halfLifeDays must be a number from 0.01 to 36500, not NaN',
      'minCustomers must be a whole number from 1 to 1000000, not 2.5',
      'asOf must be a time',
    ]);
    const shares = { ...DEFAULT_LEARNING_SETTINGS, demandHalfLifeDays: 0, spreadShare: 1.5, popularityExponent: -0.1 };
    expect(learningSettingsProblems(shares)).toEqual([
      'demandHalfLifeDays must be a number from 0.01 to 36500, not 0',
      'popularityExponent must be a number from 0 to 1, not -0.1',
      'spreadShare must be a number from 0 to 1, not 1.5',
    ]);
    const fine = { ...DEFAULT_LEARNING_SETTINGS, halfLifeDays: 0.5, spreadShare: 0, popularityExponent: 1, asOf: TODAY };
    expect(learningSettingsProblems(fine)).toEqual([]);
  });
});
