import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeldOut } from '../../../src/domain/measurement/holdout.js';

const CUSTOMERS = Array.from({ length: 20_000 }, (_, index) => `customer-${String(index)}`);
const shareOf = (share: number) => CUSTOMERS.filter((id) => isHeldOut('PERSONALISATION', id, share, 'salt')).length / CUSTOMERS.length;

describe('the holdout', () => {
  it('keeps a customer in the same arm every time', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), (id, share) => {
        expect(isHeldOut('CROSS_SELL', id, share, 'salt')).toBe(isHeldOut('CROSS_SELL', id, share, 'salt'));
      }),
    );
  });

  it.each([0.05, 0.1, 0.5])('holds out a share of %f', (share) => {
    expect(Math.abs(shareOf(share) - share)).toBeLessThan(0.015);
  });

  it('holds out nobody at 0 and everybody at 1', () => {
    expect([shareOf(0), shareOf(1)]).toEqual([0, 1]);
  });

  it('only grows with the share: nobody who is held out at less is let in at more', () => {
    const few = CUSTOMERS.filter((id) => isHeldOut('PERSONALISATION', id, 0.1, 'salt'));
    expect(few.every((id) => isHeldOut('PERSONALISATION', id, 0.2, 'salt'))).toBe(true);
  });

  it.each([
    ['lanes', (id: string) => isHeldOut('CROSS_SELL', id, 0.5, 'salt')],
    ['salts', (id: string) => isHeldOut('PERSONALISATION', id, 0.5, 'pepper')],
  ])('is drawn independently for different %s', (_, other) => {
    const both = CUSTOMERS.filter((id) => isHeldOut('PERSONALISATION', id, 0.5, 'salt') && other(id)).length;
    expect(Math.abs(both / CUSTOMERS.length - 0.25)).toBeLessThan(0.015);
  });
});
