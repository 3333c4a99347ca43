import { momentsOf } from '../interval/moments.js';
import { linearised } from '../interval/ratio.js';
import { byArm, type ByArm } from './arms.js';
import type { Exposed } from './exposed-units.js';
import { BUYING_VISITS, ORDERS, SHARE_CHANGED, VISITS, withoutOrders } from './shortfall.js';
import { upliftOfMeans, type Verdict, without } from './uplift.js';
import type { VisitSpend } from './visit-spend.js';

const NOBODY = 'Nobody is held out: the holdout share is 0 or nobody asked for an arm yet';
const ONE_PLACEMENT = "The holdout is the lane's: there is no uplift for one placement";

/** The effect on the value of an order and on the revenue of a visit, in minor units. */
export interface CrossSellUplifts {
  readonly perOrder: Verdict;
  readonly perVisit: Verdict;
}

const alike = (verdict: Verdict): CrossSellUplifts => ({ perOrder: verdict, perVisit: verdict });

const perOrder = (spend: VisitSpend): Verdict => {
  const orders = spend.orders();
  return upliftOfMeans(byArm((arm) => momentsOf(linearised(orders[arm]))), {
    sizes: byArm((arm) => orders[arm].reduce((sum, { count }) => sum + count, 0)),
    units: ORDERS,
    buying: byArm((arm) => orders[arm].filter(({ value }) => value > 0).length),
    buyers: BUYING_VISITS,
  });
};

const perVisit = (spend: VisitSpend, exposed: ByArm<number>): Verdict => {
  const revenues = spend.revenues();
  const sizes = byArm((arm) => Math.max(exposed[arm], revenues[arm].length));
  const moments = byArm((arm) => momentsOf(revenues[arm], sizes[arm] - revenues[arm].length));
  const buying = byArm((arm) => revenues[arm].filter((revenue) => revenue > 0).length);
  return upliftOfMeans(moments, { sizes, units: VISITS, buying, buyers: BUYING_VISITS });
};

/** What a comparison of visits is made from. */
export interface VisitComparison {
  /** Whose part began in the period, whatever they did. */
  readonly exposed: Exposed;
  /** All orders of the period, of visits that take no part too. */
  readonly orders: number;
  /** The one asked for. */
  readonly placement: string | null;
}

/** Compares visits by arm. */
export const crossSellUplifts = (spend: VisitSpend, { exposed: { units, isSteady }, orders, placement }: VisitComparison): CrossSellUplifts => {
  if (placement !== null) return alike(without(ONE_PLACEMENT));
  if (orders === 0) return alike(without(withoutOrders('orders')));
  if (units.HOLDOUT === 0 && spend.orders().HOLDOUT.length === 0) return alike(without(NOBODY));
  if (!isSteady) return alike(without(SHARE_CHANGED));
  return { perOrder: perOrder(spend), perVisit: perVisit(spend, units) };
};
