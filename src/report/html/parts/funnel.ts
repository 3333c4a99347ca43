import type { Funnel } from '../../../domain/measurement/scorecard.js';
import { bars } from '../bars.js';
import { count, decimal, percent } from '../format.js';
import type { Markup } from '../markup.js';
import { nothing, section } from '../section.js';

const per = (part: number, whole: number, words: string): string => (whole === 0 ? '' : `${percent(part / whole)} ${words}`);

const rowsOf = ({ lists, impressions, clicks, basketAdds, orderLines }: Funnel) => {
  const largest = Math.max(lists, impressions, clicks, basketAdds, orderLines, 1);
  const row = (name: string, value: number, note: string) => ({ name, value: count(value), note, share: value / largest });
  return [
    row('Lists', lists, ''),
    row('Impressions', impressions, lists === 0 ? '' : `${decimal(impressions / lists)} a list`),
    row('Clicks', clicks, per(clicks, impressions, 'of impressions')),
    row('Basket adds', basketAdds, per(basketAdds, impressions, 'of impressions')),
    row('Order lines', orderLines, per(orderLines, impressions, 'of impressions')),
  ];
};

/** From the list to the order line. */
export const funnelPart = (funnel: Funnel): Markup => {
  const empty = Object.values(funnel).every((value) => value === 0);
  return section(
    'From the list to the order',
    empty ? nothing('No list came to a screen in this period.') : bars(rowsOf(funnel)),
    empty ? null : 'A line is credited to the last list that was clicked, of whichever lane. Credited, not caused.',
  );
};
