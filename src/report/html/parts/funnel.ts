import type { Funnel } from '../../../domain/measurement/scorecard.js';
import { CREDIT_WORDS } from '../../words.js';
import { bars } from '../bars.js';
import { count, decimal, percent } from '../format.js';
import type { Markup } from '../markup.js';
import { nothing, section } from '../section.js';

/** What comes without an impression is no share of them: an order may name a list that told of none. */
const ofImpressions = (part: number, impressions: number): string =>
  impressions === 0 || part > impressions ? '' : `${percent(part / impressions)} of impressions`;

const rowsOf = ({ lists, impressions, clicks, basketAdds, orderLines }: Funnel) => {
  const largest = Math.max(impressions, clicks, basketAdds, orderLines, 1);
  const row = (name: string, value: number, note: string) => ({ name, value: count(value), note, share: value / largest });
  return [
    { name: 'Lists', value: count(lists), note: '', share: null },
    row('Impressions', impressions, lists === 0 ? '' : `${decimal(impressions / lists)} a list`),
    row('Clicks', clicks, ofImpressions(clicks, impressions)),
    row('Basket adds', basketAdds, ofImpressions(basketAdds, impressions)),
    row('Order lines', orderLines, ofImpressions(orderLines, impressions)),
  ];
};

/** From the list to the order line. */
export const funnelPart = (funnel: Funnel): Markup => {
  const empty = Object.values(funnel).every((value) => value === 0);
  return section(
    'From the list to the order',
    empty ? nothing('No list came to a screen in this period.') : bars(rowsOf(funnel)),
    empty ? null : `${CREDIT_WORDS}, of whichever lane. Credited, not caused.`,
  );
};
