import { ownerOf, type RecommendationSource, type SlotOwner, SOURCES } from '../../ranking/candidate.js';
import type { DaySheet } from '../day-sheet.js';
import type { Funnel, SourceContribution } from '../scorecard.js';
import { isIn, type LaneScope } from './lane-scope.js';
import type { CreditedLines } from './credited-lines.js';

type Activity = Pick<SourceContribution, 'impressions' | 'clicks' | 'basketAdds'>;

const NONE: Activity = { impressions: 0, clicks: 0, basketAdds: 0 };

/** What was done with lists of the scope, by source. It has no currency. */
export class SourceTally {
  readonly #scope: LaneScope;
  readonly #bySource = new Map<RecommendationSource, Activity>();
  #lists = 0;

  constructor(scope: LaneScope) {
    this.#scope = scope;
  }

  /** Takes one day of the period. */
  add({ activity, lists }: DaySheet): void {
    for (const row of lists) if (isIn(this.#scope, row)) this.#lists += row.lists;
    for (const row of activity) {
      if (!isIn(this.#scope, row)) continue;
      const { impressions, clicks, basketAdds } = this.#of(row.source);
      this.#bySource.set(row.source, {
        impressions: impressions + row.impressions,
        clicks: clicks + row.clicks,
        basketAdds: basketAdds + row.basketAdds,
      });
    }
  }

  /** With the lines that the lists led to, in the currency that is judged. */
  figures(lines: CreditedLines): {
    readonly funnel: Funnel;
    readonly bySource: readonly SourceContribution[];
    readonly shownBy: Readonly<Record<SlotOwner, number>>;
  } {
    const bySource = SOURCES.map((source) => ({ source, ...this.#of(source), ...lines.of(source) }));
    const sum = (of: (row: SourceContribution) => number): number => bySource.reduce((total, row) => total + of(row), 0);
    const shownBy = (owner: SlotOwner): number => sum(({ source, impressions }) => (ownerOf(source) === owner ? impressions : 0));
    return {
      funnel: {
        lists: this.#lists,
        impressions: sum(({ impressions }) => impressions),
        clicks: sum(({ clicks }) => clicks),
        basketAdds: sum(({ basketAdds }) => basketAdds),
        orderLines: sum(({ orderLines }) => orderLines),
      },
      bySource: bySource.filter(({ impressions, clicks, basketAdds, orderLines }) => impressions + clicks + basketAdds + orderLines > 0),
      shownBy: { human: shownBy('human'), learned: shownBy('learned'), fallback: shownBy('fallback') },
    };
  }

  #of(source: RecommendationSource): Activity {
    return this.#bySource.get(source) ?? NONE;
  }
}
