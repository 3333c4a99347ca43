import type { CrossSellPlacement, PersonalSurface } from '../../../domain/merchandising/rule.js';
import type { CrossSellScorecard, PersonalisationScorecard } from '../../../domain/measurement/scorecard.js';
import type { PlacementScorecard } from '../../report.js';
import { PLACEMENT_WORDS } from '../../words.js';
import { count, NOTHING, percent } from '../format.js';
import type { Markup } from '../markup.js';
import { hasLists } from '../recorded.js';
import { nothing, section } from '../section.js';
import { numberTable } from '../table.js';

type Placed = PlacementScorecard<CrossSellPlacement | PersonalSurface, CrossSellScorecard | PersonalisationScorecard>;

const isUsed = ({ scorecard: { funnel } }: Placed): boolean => Object.values(funnel).some((value) => value > 0);

const unused = (placed: readonly Placed[]): string | null =>
  placed.length === 0 ? null : `Nothing to count: ${placed.map(({ placement }) => PLACEMENT_WORDS[placement]).join(', ')}.`;

/** What each placement or surface led to; those without any activity are only named. */
export const placementsPart = (title: string, placed: readonly Placed[]): Markup => {
  const used = placed.filter(isUsed);
  if (used.length === 0) return section(title, nothing('Nothing was shown in any place in this period.'));
  const table = numberTable({
    caption: title,
    columns: ['Place', 'Lists', 'Shown', 'Clicks', 'Order lines', 'Revenue share'],
    rows: used.map(({ placement, scorecard: { funnel, revenueShare } }) => [
      PLACEMENT_WORDS[placement],
      ...[funnel.lists, funnel.impressions, funnel.clicks, funnel.orderLines].map(count),
      hasLists({ funnel }) ? percent(revenueShare) : NOTHING,
    ]),
  });
  return section(title, table, unused(placed.filter((one) => !isUsed(one))));
};
