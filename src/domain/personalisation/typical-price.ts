import type { CustomerOrder } from '../facts/reading.js';
import type { TypicalPrice } from './profile.js';

const pricesByCurrency = (orders: readonly CustomerOrder[]): ReadonlyMap<string, readonly number[]> => {
  const prices = new Map<string, number[]>();
  for (const { currencyCode, lines } of orders) {
    const known = prices.get(currencyCode) ?? [];
    prices.set(currencyCode, known);
    for (const { unitPriceMinor } of lines) known.push(unitPriceMinor);
  }
  return prices;
};

/**
 * What a customer usually pays for one unit: the median unit price of the lines bought, which one sofa among socks does not move. The lower of
 * two middle prices, so that it is a price that was paid. In the currency of most lines, ties by code unit order of the code. Null without lines.
 */
export const typicalPrice = (completed: readonly CustomerOrder[]): TypicalPrice | null => {
  const [most] = [...pricesByCurrency(completed)].sort(
    ([codeA, pricesA], [codeB, pricesB]) => pricesB.length - pricesA.length || (codeA < codeB ? -1 : 1),
  );
  if (most === undefined) return null;
  const [currencyCode, prices] = most;
  const minor = prices.toSorted((a, b) => a - b)[Math.ceil(prices.length / 2) - 1];
  return minor === undefined ? null : { minor, currencyCode };
};
