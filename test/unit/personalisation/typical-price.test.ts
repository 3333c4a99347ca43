import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Order } from '../../../src/domain/facts/order.js';
import { typicalPrice } from '../../../src/domain/personalisation/typical-price.js';
import { anOrder } from '../../support/builders.js';
import { shuffledWithRepeats } from '../../support/random-shops.js';

const paid = (id: string, currencyCode: string, ...prices: readonly number[]): Order =>
  anOrder(id, [], {
    currencyCode,
    lines: prices.map((unitPriceMinor, index) => ({ productId: `p${index}`, quantity: 1 + index, unitPriceMinor, recommendationId: null })),
  });

describe('what a customer usually pays for one unit', () => {
  it('is unknown without purchases', () => {
    expect(typicalPrice([])).toBeNull();
    expect(typicalPrice([paid('o1', 'GBP')])).toBeNull();
  });

  it.each([
    [[500], 500],
    [[900, 100, 500], 500],
    [[100, 900], 100],
    [[4, 3, 2, 1], 2],
    [[100, 20, 3, 0, 99_900], 20],
  ])('is the median of %j, the lower of two', (prices, minor) => {
    expect(typicalPrice([paid('o1', 'GBP', ...prices)])).toEqual({ minor, currencyCode: 'GBP' });
  });

  it('counts a line once whatever its quantity, over all orders', () => {
    expect(typicalPrice([paid('o1', 'GBP', 100, 900), paid('o2', 'GBP', 300)])).toEqual({ minor: 300, currencyCode: 'GBP' });
  });

  it('is in the currency of most lines, ties by code', () => {
    expect(typicalPrice([paid('o1', 'GBP', 100), paid('o2', 'EUR', 200, 300)])).toEqual({ minor: 200, currencyCode: 'EUR' });
    expect(typicalPrice([paid('o1', 'GBP', 100), paid('o2', 'EUR', 200)])).toEqual({ minor: 200, currencyCode: 'EUR' });
  });

  it('does not depend on the order of the orders', () => {
    const order = fc.tuple(fc.constantFrom('GBP', 'EUR', 'USD'), fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }));
    const orders = fc.array(order, { maxLength: 8 }).map((all) => all.map(([code, prices], index) => paid(`o${index}`, code, ...prices)));
    fc.assert(
      fc.property(orders.chain((all) => fc.tuple(fc.constant(all), shuffledWithRepeats(all))), ([all, shuffled]) => {
        const each = [...new Set(shuffled)];
        expect(typicalPrice(each)).toEqual(typicalPrice(all));
      }),
    );
  });
});
