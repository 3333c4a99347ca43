import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { armOf, type HoldoutSettings } from '../../../src/domain/measurement/arm.js';

const LANES = ['CROSS_SELL', 'PERSONALISATION'] as const;
const UNITS = Array.from({ length: 100_000 }, (_, at) => `unit-${String(at)}`);
const settings = (share: number, changes: Partial<HoldoutSettings> = {}): HoldoutSettings => ({
  holdoutShares: { CROSS_SELL: share, PERSONALISATION: share },
  holdoutSalt: 'salt',
  ...changes,
});
const heldOut = (lane: (typeof LANES)[number], using: HoldoutSettings): readonly string[] => UNITS.filter((id) => armOf(lane, id, using) === 'HOLDOUT');
/** Five standard errors of a share of so many units: once in three million draws it is further off. */
const allowance = (share: number, units = UNITS.length): number => 5 * Math.sqrt((share * (1 - share)) / units);

describe('the arm of a unit', () => {
  it.each([0, 0.01, 0.05, 0.2, 0.5, 0.95, 1])('holds out the share asked for, %f, in each lane', (share) => {
    for (const lane of LANES) {
      const actual = heldOut(lane, settings(share)).length / UNITS.length;
      expect(Math.abs(actual - share)).toBeLessThanOrEqual(allowance(share));
    }
  });

  it('is drawn for each lane by itself: who is held out in one is as likely to be held out in the other as anybody', () => {
    const [one, other] = LANES.map((lane) => new Set(heldOut(lane, settings(0.2))));
    const both = UNITS.filter((id) => one?.has(id) === true && other?.has(id) === true).length / UNITS.length;
    expect(Math.abs(both - 0.04)).toBeLessThanOrEqual(allowance(0.04));
  });

  it('follows the share of its own lane only', () => {
    const shares = { CROSS_SELL: 0, PERSONALISATION: 1 };
    expect(heldOut('CROSS_SELL', settings(0, { holdoutShares: shares }))).toEqual([]);
    expect(heldOut('PERSONALISATION', settings(0, { holdoutShares: shares })).length).toBe(UNITS.length);
  });

  it('is the same whenever and wherever it is asked for, and growing a holdout moves nobody out of it', () => {
    const small = heldOut('CROSS_SELL', settings(0.05));
    expect(heldOut('CROSS_SELL', settings(0.05))).toEqual(small);
    const large = new Set(heldOut('CROSS_SELL', settings(0.1)));
    expect(small.every((id) => large.has(id))).toBe(true);
  });

  it('is drawn anew with another salt', () => {
    const old = new Set(heldOut('PERSONALISATION', settings(0.2)));
    const still = heldOut('PERSONALISATION', settings(0.2, { holdoutSalt: 'pepper' })).filter((id) => old.has(id)).length / UNITS.length;
    expect(Math.abs(still - 0.04)).toBeLessThanOrEqual(allowance(0.04));
  });

  it('is one of the two for any id, share and salt', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double({ min: 0, max: 1, noNaN: true }), fc.string(), (id, share, holdoutSalt) => {
        for (const lane of LANES) {
          const arm = armOf(lane, id, settings(share, { holdoutSalt }));
          if (share === 0) expect(arm).toBe('TREATMENT');
          if (share === 1) expect(arm).toBe('HOLDOUT');
          expect(['TREATMENT', 'HOLDOUT']).toContain(arm);
        }
      }),
    );
  });
});
