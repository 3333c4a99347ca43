import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/rules/instant.js';

describe('an instant of a rules file', () => {
  it.each([
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['2026-11-01T09:30Z', '2026-11-01T09:30:00.000Z'],
    ['2026-11-01 09:30:15+02:00', '2026-11-01T07:30:15.000Z'],
    ['2026-11-01t09:30:15.250z', '2026-11-01T09:30:15.250Z'],
    ['2026-11-01T23:30:00-05:00', '2026-11-02T04:30:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseInstant(text)?.toISOString()).toBe(expected);
  });

  it.each(['', 'tomorrow', '2026-02-29', '2026-13-01', '2026-00-10', '2026-11-01T24:00Z', '2026-11-01T09:60Z', '2026-11-01T09:00', '01.11.2026', '2026', '2026-11-01T09:00+2'])(
    '"%s" is none',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});
