import { decay } from '../learning/decay.js';
import type { BehaviourProfile, ProductHabit } from './profile.js';

/** A product of the customer's own that leads to others, and how much it counts. */
export interface Seed {
  readonly productId: string;
  readonly weight: number;
}

/** What was looked at is forgotten within weeks: few seeds hold it. */
const INTEREST_SEEDS = 20;
/** What was bought is remembered for half a year and more. */
const BOUGHT_SEEDS = 50;

const byWeight = (a: Seed, b: Seed): number => b.weight - a.weight || (a.productId < b.productId ? -1 : 1);

/** The strongest seeds of a kind. The order of a profile's products is by all interest, so that each kind is sorted anew. */
const strongest = (products: readonly ProductHabit[], weightOf: (habit: ProductHabit) => number, limit: number): readonly Seed[] => {
  const seeds: Seed[] = [];
  for (const habit of products) {
    const weight = weightOf(habit);
    if (weight > 0 && !habit.notInterested) seeds.push({ productId: habit.productId, weight });
  }
  return seeds.sort(byWeight).slice(0, limit);
};

const withViewed = (seeds: readonly Seed[], viewedId: string | null): readonly Seed[] =>
  viewedId === null
    ? seeds
    : [{ productId: viewedId, weight: 2 * (seeds[0]?.weight ?? 1) }, ...seeds.filter(({ productId }) => productId !== viewedId)];

/** What the customer looked at, strongest first; the product being viewed counts double the strongest. */
export const interestSeeds = ({ products }: BehaviourProfile, viewedId: string | null): readonly Seed[] =>
  withViewed(strongest(products, ({ interestWeight }) => interestWeight, INTEREST_SEEDS), viewedId);

const boughtMost = ({ products }: BehaviourProfile): readonly Seed[] => strongest(products, ({ purchaseWeight }) => purchaseWeight, BOUGHT_SEEDS);

/** What the customer bought, strongest first, each purchase counting half per half-life of its age at `now`, by the half-life that the profile was folded with. */
export const boughtSeeds = (profile: BehaviourProfile, now: Date): readonly Seed[] => {
  const { asOf, purchaseHalfLifeDays } = profile;
  const sinceThen = asOf === null ? 1 : decay(asOf.getTime(), now.getTime(), purchaseHalfLifeDays);
  return boughtMost(profile).map(({ productId, weight }) => ({ productId, weight: weight * sinceThen }));
};

/** Products whose similarity the scorer of picks wants to read. */
export const seedIdsOf = (profile: BehaviourProfile, viewedId: string | null): readonly string[] => [
  ...new Set([...interestSeeds(profile, viewedId), ...boughtMost(profile)].map(({ productId }) => productId)),
];
