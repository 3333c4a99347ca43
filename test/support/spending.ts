import { type Moments, momentsOf } from '../../src/domain/measurement/interval/moments.js';

/** A basket in minor units: lognormal with median 30.00. */
export const basket = (random: () => number, sigma: number): number =>
  3_000 * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));

/** What a basket is worth on average. */
export const meanBasket = (sigma: number): number => 3_000 * Math.exp(sigma ** 2 / 2);

/** Units that mostly spend nothing: what they spent, and what such units spend on average. `effect` multiplies what buyers spend. */
export const spending = (
  random: () => number,
  { size, buyers, sigma, effect }: { readonly size: number; readonly buyers: number; readonly sigma: number; readonly effect: number },
): { readonly moments: Moments; readonly mean: number } => {
  const values: number[] = [];
  for (let unit = 0; unit < size; unit += 1) if (random() < buyers) values.push(effect * basket(random, sigma));
  return { moments: momentsOf(values, size - values.length), mean: effect * buyers * meanBasket(sigma) };
};
