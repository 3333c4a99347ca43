import { describe, expect, it } from 'vitest';

import { chiSquareQuantile, isSameShare } from '../../../../src/domain/measurement/interval/homogeneity.js';
import type { Share } from '../../../../src/domain/measurement/interval/difference-of-shares.js';
import { mulberry32 as seeded } from '../../../../src/demo/shop/random.js';

const RUNS = 10_000;

/** So many hits among so many, each with this chance: drawn by inversion. */
const drawn = (random: () => number, size: number, chance: number): Share => {
  let hits = 0;
  let probability = (1 - chance) ** size;
  for (let rest = random() - probability; rest > 0 && hits < size; rest -= probability) {
    hits += 1;
    probability *= ((size - hits + 1) / hits) * (chance / (1 - chance));
  }
  return { hits, size };
};

const days = (random: () => number, count: number, perDay: number, chanceOn: (day: number) => number): readonly Share[] =>
  Array.from({ length: count }, (_, day) => drawn(random, Math.round(perDay * (0.5 + random())), chanceOn(day)));

describe('the quantile of the chi-square distribution', () => {
  // Tables: Abramowitz & Stegun (1964), 26.8.
  it.each([
    [1, 1.644854, 2.706],
    [5, 1.644854, 11.07],
    [10, 3.090232, 29.588],
    [30, 3.090232, 59.703],
  ])('of %i degrees of freedom at z = %d is near that of the tables', (freedom, z, table) => {
    const exact = freedom === 1 ? 3.841 : table;
    expect(Math.abs(chiSquareQuantile(freedom, z) - exact) / exact).toBeLessThan(0.03);
  });
});

describe('a share that is the same all the time', () => {
  it.each([
    ['in a month of a small shop', 30, 67, 0.05],
    ['in two months of a shop', 60, 33, 0.1],
    ['in a week', 7, 400, 0.05],
    ['with few units, many of them held out', 40, 15, 0.3],
  ])('is called changed in one of a thousand at most, %s', (_, count, perDay, share) => {
    const random = seeded(count);
    let alarms = 0;
    for (let run = 0; run < RUNS; run += 1) if (!isSameShare(days(random, count, perDay, () => share))) alarms += 1;
    expect(alarms / RUNS).toBeLessThanOrEqual(0.001);
  });

  it('is the same where nobody or everybody is held out, and without units', () => {
    expect(isSameShare([])).toBe(true);
    expect(isSameShare([{ hits: 0, size: 500 }, { hits: 0, size: 900 }])).toBe(true);
    expect(isSameShare([{ hits: 500, size: 500 }, { hits: 900, size: 900 }])).toBe(true);
    expect(isSameShare([{ hits: 1, size: 2 }, { hits: 0, size: 1 }])).toBe(true);
  });
});

describe('a share that changed', () => {
  it.each<readonly [name: string, count: number, perDay: number, chanceOn: (day: number) => number]>([
    ['from 5 to 30 % after a month', 60, 100, (day) => (day < 30 ? 0.05 : 0.3)],
    ['from 0 to 5 %', 60, 100, (day) => (day < 30 ? 0 : 0.05)],
    ['from 5 to 30 % in the middle of a week', 7, 100, (day) => (day < 3 ? 0.05 : 0.3)],
    ['from 5 to 30 % in the last week of ninety days', 90, 400, (day) => (day < 83 ? 0.05 : 0.3)],
    ['from 5 to 0 %', 60, 100, (day) => (day < 30 ? 0.05 : 0)],
    ['from 50 to 95 %', 20, 100, (day) => (day < 10 ? 0.5 : 0.95)],
  ])('%s is found out', (_, count, perDay, chanceOn) => {
    const random = seeded(3);
    for (let run = 0; run < 20; run += 1) expect(isSameShare(days(random, count, perDay, chanceOn))).toBe(false);
  });
});
