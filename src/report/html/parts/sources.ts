import type { SourceContribution } from '../../../domain/measurement/scorecard.js';
import { SOURCE_WORDS } from '../../words.js';
import { amount, count } from '../format.js';
import type { Markup } from '../markup.js';
import { nothing, section } from '../section.js';
import { numberTable } from '../table.js';

/** What each source led to. */
export const sourcesPart = (bySource: readonly SourceContribution[], currencyCode: string | null): Markup =>
  section(
    'By source',
    bySource.length === 0
      ? nothing('No source led to anything in this period.')
      : numberTable({
          caption: 'What each source led to, in the order in which slots are filled',
          columns: ['Source', 'Shown', 'Clicks', 'Basket adds', 'Order lines', 'Revenue'],
          rows: bySource.map(({ source, impressions, clicks, basketAdds, orderLines, revenueMinor }) => [
            SOURCE_WORDS[source],
            ...[impressions, clicks, basketAdds, orderLines].map(count),
            amount(revenueMinor, currencyCode),
          ]),
        }),
  );
