import type { Report } from '../../report.js';
import { amount, count } from '../format.js';
import { foreign, html, type Markup } from '../markup.js';
import { nothing } from '../section.js';
import { numberTable } from '../table.js';

const named = (id: string, titles: Report['titles']): Markup => {
  const title = titles.get(id);
  return title === undefined || title.trim() === '' ? html`<code>${foreign(id)}</code>` : foreign(title);
};

const table = ({ crossSell: { topPairs, currencyCode }, titles }: Report): Markup =>
  numberTable({
    caption: 'Pairs that led to most revenue',
    columns: ['Bought, and what it was shown with', 'Order lines', 'Revenue'],
    rows: topPairs.map(({ anchorId, productId, orderLines, revenueMinor }) => [
      html`${named(productId, titles)} <small>with ${named(anchorId, titles)}</small>`,
      count(orderLines),
      amount(revenueMinor, currencyCode),
    ]),
  });

/** The pairs that led to most revenue. */
export const pairsPart = (report: Report): Markup => html`<section class="pairs cross-sell"><h2>Cross-selling: the pairs with most revenue</h2>
${report.crossSell.topPairs.length === 0 ? nothing('No order line was credited to a pair in this period.') : table(report)}
</section>`;
