import { differenceOfMeans, MEANS_METHOD } from '../interval/difference-of-means.js';
import { differenceOfShares, type Share, SHARES_METHOD } from '../interval/difference-of-shares.js';
import type { Interval } from '../interval/interval.js';
import type { Moments } from '../interval/moments.js';
import type { Uplift } from '../scorecard.js';
import { byArm, type ByArm } from './arms.js';
import { ENOUGH_BUYERS, ENOUGH_UNITS, nothingVaries, tooFew, type UnitName } from './shortfall.js';

/** An uplift, or why there is none. */
export type Verdict = { readonly uplift: Uplift; readonly shortfall: null } | { readonly uplift: null; readonly shortfall: string };

/** No uplift, and why. */
export const without = (shortfall: string): Verdict => ({ uplift: null, shortfall });

/** How many units are compared, and how many of them spent anything. */
export interface Comparison {
  readonly sizes: ByArm<number>;
  readonly units: UnitName;
  readonly buying: ByArm<number>;
  readonly buyers: UnitName;
}

const upliftOf = (means: ByArm<number>, sizes: ByArm<number>, { low, high }: Interval, method: string): Verdict => ({
  uplift: {
    treatment: means.TREATMENT,
    holdout: means.HOLDOUT,
    difference: means.TREATMENT - means.HOLDOUT,
    low,
    high,
    treatmentSize: sizes.TREATMENT,
    holdoutSize: sizes.HOLDOUT,
    method,
  },
  shortfall: null,
});

/** Compares means of money. */
export const upliftOfMeans = (moments: ByArm<Moments>, { sizes, units, buying, buyers }: Comparison): Verdict => {
  const shortfall =
    tooFew(sizes, units, ENOUGH_UNITS) ??
    tooFew(buying, buyers, ENOUGH_BUYERS) ??
    nothingVaries(byArm((arm) => moments[arm].variance), units);
  if (shortfall !== null) return without(shortfall);
  return upliftOf(byArm((arm) => moments[arm].mean), sizes, differenceOfMeans(moments.TREATMENT, moments.HOLDOUT), MEANS_METHOD);
};

/** Compares shares of units. `none` and `all` say that there is nothing to compare. */
export const upliftOfShares = (shares: ByArm<Share>, units: UnitName, { none, all }: { readonly none: string; readonly all: string }): Verdict => {
  const sizes = byArm((arm) => shares[arm].size);
  const shortfall = tooFew(sizes, units, ENOUGH_UNITS);
  if (shortfall !== null) return without(shortfall);
  const hits = shares.TREATMENT.hits + shares.HOLDOUT.hits;
  if (hits === 0) return without(none);
  if (hits === sizes.TREATMENT + sizes.HOLDOUT) return without(all);
  const means = byArm((arm) => shares[arm].hits / shares[arm].size);
  return upliftOf(means, sizes, differenceOfShares(shares.TREATMENT, shares.HOLDOUT), SHARES_METHOD);
};
