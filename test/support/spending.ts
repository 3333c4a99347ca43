import { type Moments, momentsOf } from '../../src/domain/measurement/interval/moments.js';

/** A fair stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

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
