import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../../../src/domain/measurement/day.js';
import type { SheetBasis } from '../../../src/domain/measurement/measured-facts.js';
import { staleDays } from '../../../src/domain/measurement/stale-days.js';

const DAYS = [
  { day: '2026-02-26', changes: 3, touches: 2 },
  { day: '2026-02-27', changes: 1, touches: 0 },
  { day: '2026-03-01', changes: 9, touches: 5 },
  { day: '2026-03-02', changes: 4, touches: 1 },
];

const basesOf = (days: ReturnType<typeof staleDays>): Map<string, SheetBasis> => new Map(days.map(({ day, basis }) => [day, basis]));
const namesOf = (days: ReturnType<typeof staleDays>): readonly string[] => days.map(({ day }) => day);

describe('stale days', () => {
  it('are all days with facts while there are no sheets, with the touches of the window before each', () => {
    expect(staleDays(DAYS, new Map(), 2)).toEqual([
      { day: '2026-02-26', basis: { changes: 3, touches: 2, windowDays: 2 } },
      { day: '2026-02-27', basis: { changes: 1, touches: 2, windowDays: 2 } },
      { day: '2026-03-01', basis: { changes: 9, touches: 5, windowDays: 2 } },
      { day: '2026-03-02', basis: { changes: 4, touches: 6, windowDays: 2 } },
    ]);
  });

  it('are none when every sheet was made from the present facts', () => {
    expect(staleDays(DAYS, basesOf(staleDays(DAYS, new Map(), 2)), 2)).toEqual([]);
  });

  it('are the day of a touch and those that its window reaches', () => {
    const bases = basesOf(staleDays(DAYS, new Map(), 3));
    const touched = DAYS.map((day, at) => (at === 0 ? { ...day, changes: 4, touches: 3 } : day));
    expect(namesOf(staleDays(touched, bases, 3))).toEqual(['2026-02-26', '2026-02-27', '2026-03-01']);
  });

  it('are only the day itself when something else changed', () => {
    const bases = basesOf(staleDays(DAYS, new Map(), 3));
    expect(namesOf(staleDays(DAYS.map((day, at) => (at === 1 ? { ...day, changes: 2 } : day)), bases, 3))).toEqual(['2026-02-27']);
  });

  it('are all of them when the window has another length, even if the touches add up to the same', () => {
    const untouched = DAYS.map((day) => ({ ...day, touches: 0 }));
    expect(staleDays(untouched, basesOf(staleDays(untouched, new Map(), 2)), 3)).toHaveLength(DAYS.length);
  });

  it('add up what adding up one by one would', () => {
    const days = fc
      .uniqueArray(fc.record({ day: fc.nat(60).map((days) => daysAfter('2026-01-31', days)), changes: fc.nat(9), touches: fc.nat(9) }), { selector: ({ day }) => day })
      .map((some) => some.toSorted((a, b) => (a.day < b.day ? -1 : 1)));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 10 }), (changes, windowDays) => {
        const oneByOne = changes.map(({ day, changes: own }) => ({
          day,
          basis: {
            changes: own,
            touches: changes.filter((other) => other.day <= day && other.day >= daysAfter(day, -windowDays)).reduce((sum, { touches }) => sum + touches, 0),
            windowDays,
          },
        }));
        expect(staleDays(changes, new Map(), windowDays)).toEqual(oneByOne);
      }),
    );
  });
});
