import { describe, expect, it } from 'vitest';
import { isHeldOut } from '../../../src/domain/measurement/holdout.js';

const CUSTOMERS = Array.from({ length: 20_000 }, (_, index) => `customer-${String(index)}`);
const shareOf = (share: number) => CUSTOMERS.filter((id) => isHeldOut('PERSONALISATION', id, share, 'salt')).length / CUSTOMERS.length;

describe('the holdout', () => {
  it('keeps a customer in the same arm from release to release', () => {
    const heldOut = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'].filter((id) => isHeldOut('PERSONALISATION', id, 0.5, 'salt'));
    expect(heldOut).toEqual(['bob', 'cat', 'eve']);
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
