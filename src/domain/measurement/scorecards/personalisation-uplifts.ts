import { momentsOf } from '../interval/moments.js';
import { byArm, type ByArm } from './arms.js';
import type { CustomerHistory } from './customer-histories.js';
import { BUYING_CUSTOMERS, CUSTOMERS } from './shortfall.js';
import { upliftOfMeans, upliftOfShares, type Verdict, without } from './uplift.js';

const NOBODY = 'Nobody is held out: the holdout share is 0 or no list would have been personal yet';
const ONE_SURFACE = "The holdout is the lane's: there is no uplift for one surface";
const NO_REPEAT = {
  none: 'Nobody in either arm ordered twice in the period',
  all: 'Everybody in both arms ordered twice in the period',
};

/** The effect on the share of customers with two or more orders in the period, and on their revenue in it, in minor units. */
export interface PersonalisationUplifts {
  readonly repeatPurchase: Verdict;
  readonly lifetimeValue: Verdict;
}

const alike = (verdict: Verdict): PersonalisationUplifts => ({ repeatPurchase: verdict, lifetimeValue: verdict });

/** Customers of each arm who ordered since they take part, and how many take part at all. */
interface Compared {
  readonly ordering: ByArm<readonly CustomerHistory[]>;
  readonly sizes: ByArm<number>;
}

const repeatPurchase = ({ ordering, sizes }: Compared): Verdict => {
  const hits = byArm((arm) => ordering[arm].filter(({ comparedOrders }) => comparedOrders >= 2).length);
  return upliftOfShares(byArm((arm) => ({ hits: hits[arm], size: sizes[arm] })), CUSTOMERS, NO_REPEAT);
};

const lifetimeValue = ({ ordering, sizes }: Compared): Verdict => {
  const revenues = byArm((arm) => ordering[arm].map(({ comparedMinor }) => comparedMinor));
  const moments = byArm((arm) => momentsOf(revenues[arm], sizes[arm] - revenues[arm].length));
  const buying = byArm((arm) => revenues[arm].filter((revenue) => revenue > 0).length);
  return upliftOfMeans(moments, { sizes, units: CUSTOMERS, buying, buyers: BUYING_CUSTOMERS });
};

/** Compares customers by arm. `exposed` are those whose part began before the end of the period, whatever they did since; `surface` is the one asked for. */
export const personalisationUplifts = (
  histories: Iterable<CustomerHistory>,
  exposed: ByArm<number>,
  surface: string | null,
): PersonalisationUplifts => {
  if (surface !== null) return alike(without(ONE_SURFACE));
  const all = [...histories];
  const ordering = byArm((arm) => all.filter((history) => history.arm === arm));
  const sizes = byArm((arm) => Math.max(exposed[arm], ordering[arm].length));
  if (sizes.HOLDOUT === 0) return alike(without(NOBODY));
  return { repeatPurchase: repeatPurchase({ ordering, sizes }), lifetimeValue: lifetimeValue({ ordering, sizes }) };
};
