import { dayOf } from '../day.js';
import { momentsOf } from '../interval/moments.js';
import { byArm, type ByArm } from './arms.js';
import type { CustomerHistory } from './customer-histories.js';
import type { Exposed, ExposedUnits } from './exposed-units.js';
import { BUYING_CUSTOMERS, CUSTOMERS, SHARE_CHANGED, withoutOrders } from './shortfall.js';
import { upliftOfMeans, upliftOfShares, type Verdict, without } from './uplift.js';

const NOBODY = 'Nobody is held out: the holdout share is 0 or no list would have been personal yet';
const ONE_SURFACE = "The holdout is the lane's: there is no uplift for one surface";
const ONLY_NEW = 'The share that is held out changed before the period, so only customers whose part began in it are compared';
const ONLY_NEW_METHOD = 'only customers whose part began in the period, because the share that is held out changed before it';
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

/** Those who take part since then; null for all. */
const comparedSince = (since: Date | null, histories: readonly CustomerHistory[], { units }: Exposed): Compared => {
  const counting = since === null ? histories : histories.filter(({ partSince }) => partSince >= since.getTime());
  const ordering = byArm((arm) => counting.filter((history) => history.arm === arm));
  return { ordering, sizes: byArm((arm) => Math.max(units[arm], ordering[arm].length)) };
};

const upliftsOf = (compared: Compared): PersonalisationUplifts => ({ repeatPurchase: repeatPurchase(compared), lifetimeValue: lifetimeValue(compared) });

const onlyNew = ({ uplift, shortfall }: Verdict): Verdict =>
  uplift === null ? without(`${ONLY_NEW}: ${shortfall}`) : { uplift: { ...uplift, method: `${uplift.method}; ${ONLY_NEW_METHOD}` }, shortfall };

/** What a comparison of customers is made from. */
export interface CustomerComparison {
  /** Whose part began before the end of the period, whatever they did since. */
  readonly exposed: ExposedUnits;
  /** When the period begins. */
  readonly from: Date;
  /** Orders of known customers in the period, of those who take no part too. */
  readonly orders: number;
  /** The one asked for. */
  readonly surface: string | null;
}

/**
 * Compares customers by arm: all who take part or, where the share that is held out changed some time, those whose part began in the period,
 * if it did not change in that.
 */
export const personalisationUplifts = (
  histories: Iterable<CustomerHistory>,
  { exposed, from, orders, surface }: CustomerComparison,
): PersonalisationUplifts => {
  const all = [...histories];
  if (surface !== null) return alike(without(ONE_SURFACE));
  if (orders === 0) return alike(without(withoutOrders('orders of known customers')));
  const ever = exposed.since(null);
  const compared = comparedSince(null, all, ever);
  if (compared.sizes.HOLDOUT === 0) return alike(without(NOBODY));
  if (ever.isSteady) return upliftsOf(compared);
  const inPeriod = exposed.since(dayOf(from));
  if (!inPeriod.isSteady) return alike(without(SHARE_CHANGED));
  const { repeatPurchase: again, lifetimeValue: value } = upliftsOf(comparedSince(from, all, inPeriod));
  return { repeatPurchase: onlyNew(again), lifetimeValue: onlyNew(value) };
};
