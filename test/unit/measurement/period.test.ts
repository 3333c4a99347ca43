import { describe, expect, it } from 'vitest';

import { readPeriod } from '../../../src/domain/measurement/period.js';
import { on } from '../../support/day-sheets.js';

const problemsOf = (from: Date, until: Date): readonly string[] => {
  const reading = readPeriod({ from, until });
  return reading.ok ? [] : reading.problems.map(({ path, rule }) => `${path} ${rule}`);
};

describe('a period', () => {
  it('is whole UTC days, one at least', () => {
    const period = { from: on('2026-11-01'), until: on('2026-11-02') };
    expect(readPeriod(period)).toEqual({ ok: true, period });
  });

  it('is at most 3,660 days long', () => {
    const from = on('2016-11-01');
    const after = (days: number): Date => new Date(from.getTime() + days * 86_400_000);
    expect(problemsOf(from, after(3_660))).toEqual([]);
    expect(problemsOf(from, after(3_661))).toEqual(['until must be at most 3,660 days after from']);
  });

  it.each([
    ['the same day', '2026-11-01'],
    ['an earlier day', '2026-10-31'],
  ])('does not end on %s', (_, until) => {
    expect(problemsOf(on('2026-11-01'), on(until))).toEqual(['until must be a later day than from']);
  });

  it.each(['00:00:00.001', '12:00:00.000', '23:59:59.999'])('neither begins nor ends within a day, at %s', (time) => {
    expect(problemsOf(on('2026-11-01', time), on('2026-11-09', time))).toEqual([
      'from must be 00:00 UTC of a day',
      'until must be 00:00 UTC of a day',
    ]);
  });

  it('names every date that is none', () => {
    expect(problemsOf(new Date(NaN), new Date(NaN))).toEqual(['from must be a date', 'until must be a date']);
  });

  it('lies between the years 1970 and 3000', () => {
    expect(problemsOf(on('1969-12-31'), on('1970-01-01'))).toEqual(['from must lie between the years 1970 and 3000']);
    expect(problemsOf(on('1970-01-01'), on('1970-01-02'))).toEqual([]);
    expect(problemsOf(on('2999-12-31'), on('3000-01-01'))).toEqual([]);
    expect(problemsOf(on('2999-12-31'), on('3000-01-02'))).toEqual(['until must lie between the years 1970 and 3000']);
  });

  it('says what was given', () => {
    const reading = readPeriod({ from: on('2026-11-01', '06:00:00.000'), until: on('2026-11-09') });
    expect(reading.ok ? [] : reading.problems.map(({ message }) => message)).toEqual([
      'from must be 00:00 UTC of a day, got 2026-11-01T06:00:00.000Z',
    ]);
  });
});
