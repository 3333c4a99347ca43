import type { CrossSellScorecard, PersonalisationScorecard } from '../../../domain/measurement/scorecard.js';
import { bars } from '../bars.js';
import { amount, count, percent } from '../format.js';
import type { Markup } from '../markup.js';
import { nothing, section } from '../section.js';

/** Orders with and without a cross-sold line: what is seen together, whatever the cause. */
export const withAndWithout = (card: CrossSellScorecard): Markup => {
  const { averageOrderValueWithCrossSellMinor: having, averageOrderValueWithoutMinor: without, currencyCode } = card;
  const largest = Math.max(having ?? 0, without ?? 0, 1);
  const row = (name: string, minor: number | null) => ({ name, value: amount(minor, currencyCode), note: '', share: (minor ?? 0) / largest });
  return section(
    'Orders with and without a cross-sold line',
    card.orders === 0 ? nothing('No orders to compare.') : bars([row('With', having), row('Without', without)]),
    card.orders === 0 ? null : 'Average value. Association, not effect: large orders have more room for a cross-sold line, whatever was shown.',
  );
};

/** Whoever had not ordered before a week, but in it, ordered for the first time. */
const hasFirstOrders = (byWeek: PersonalisationScorecard['byWeek']): boolean =>
  byWeek.some(({ customers, returningShare }) => customers > 0 && (returningShare ?? 0) < 1);

/** How many first-time customers came back in time. */
export const retentionPart = ({ retention, byWeek }: PersonalisationScorecard): Markup => {
  const known = retention.some(({ customers }) => customers > 0);
  const rows = retention.map(({ days, rate, customers }) => ({
    name: `${days} days`,
    value: percent(rate),
    note: customers === 0 ? 'too early to tell' : `of ${count(customers)} customers`,
    share: rate ?? 0,
  }));
  return section(
    'First-time customers who came back within',
    known ? bars(rows) : nothing(hasFirstOrders(byWeek) ? 'No first order is old enough yet.' : 'No first orders in this period.'),
    known ? 'Association, not effect. Only customers whose time is over count.' : null,
  );
};
