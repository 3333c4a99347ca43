import type { Interaction } from '../../../domain/facts/interaction.js';
import type { Order } from '../../../domain/facts/order.js';
import type { Consent } from '../../../domain/facts/recording.js';
import type { HoldoutSettings } from '../../../domain/measurement/arm.js';
import type { Exposure } from '../../../domain/measurement/exposure.js';
import type { ServedPage } from '../../../domain/measurement/served-page.js';
import { NAMED_CUSTOMERS } from '../named-customers.js';
import type { Stock } from '../stock.js';
import type { UnnumberedInteraction } from '../visits.js';
import { goAlongComplements } from './along-complements.js';
import { goAlongPicks } from './along-picks.js';
import { openMonthLog } from './month-log.js';
import { customerExposures, visitExposures } from './sample-exposures.js';
import { visitsOf } from './sample-visit.js';

/** What a shop would have written down of a month in which it served lists. */
export interface MeasuredMonth {
  readonly orders: readonly Order[];
  readonly interactions: readonly Interaction[];
  readonly servedPages: readonly ServedPage[];
  readonly exposures: readonly Exposure[];
}

/** What happened in the shop, by time, and who was held out. */
export interface Month {
  readonly stock: Stock;
  readonly orders: readonly Order[];
  readonly interactions: readonly Interaction[];
  readonly consents: readonly Consent[];
  readonly holdout: HoldoutSettings;
  readonly seed: number;
}

const byTime = (a: { readonly at: Date }, b: { readonly at: Date }): number => a.at.getTime() - b.at.getTime();

/** Ids of their own, so that those of other interactions do not depend on what was shown: l-000001 and up, by time. */
const numberSeen = (seen: readonly UnnumberedInteraction[]): readonly Interaction[] =>
  seen.toSorted(byTime).map((interaction, at) => ({ id: `l-${String(at + 1).padStart(6, '0')}`, ...interaction }));

/** Their pages are quoted in the documents: what they click is up to whoever tries the examples. */
const QUOTED: ReadonlySet<string | null> = new Set(NAMED_CUSTOMERS.map(({ id }) => id));

const treated = (exposures: readonly Exposure[]): ReadonlyMap<string, Date> =>
  new Map(exposures.filter(({ arm }) => arm === 'TREATMENT').map(({ unitId, at }) => [unitId, at]));

/**
 * Makes up what lists did in the month: nobody bought anything else or at another time for it, some of what was bought anyway was bought by
 * way of a list. So there is something to count, and no effect to find. Nothing is shown to who is held out.
 */
export const measureMonth = ({ stock, orders, interactions, consents, holdout, seed }: Month): MeasuredMonth => {
  const visits = visitsOf(interactions, orders);
  const ofVisits = visitExposures(visits, holdout);
  const ofCustomers = customerExposures({ orders, interactions, consents }, holdout);
  const log = openMonthLog();
  const shown = visits.filter(({ customerId }) => !QUOTED.has(customerId));
  goAlongComplements({ stock, visits: shown, treated: treated(ofVisits), log, seed });
  goAlongPicks({ stock, orders, visits: shown, treated: treated(ofCustomers), log, seed });
  return {
    orders: orders.map(log.led),
    interactions: [...interactions.map(log.named), ...numberSeen(log.seen())].sort(byTime),
    servedPages: log.pages(),
    exposures: [...ofVisits, ...ofCustomers],
  };
};
