import type { CrossSellPlacement, PersonalSurface } from '../domain/merchandising/rule.js';
import type { CrossSellScorecard, Period, PersonalisationScorecard } from '../domain/measurement/scorecard.js';

/** The scorecard of one placement or surface. */
export interface PlacementScorecard<P extends string, S> {
  readonly placement: P;
  readonly scorecard: S;
}

/** Everything that a report says, before it is a page, a table or a document. The same report gives the same bytes. */
export interface Report {
  /** What people call it; shown as it is, whatever it holds. */
  readonly title: string;
  readonly period: Period;
  readonly crossSell: CrossSellScorecard;
  /** In the order of CROSS_SELL_PLACEMENTS. */
  readonly placements: readonly PlacementScorecard<CrossSellPlacement, CrossSellScorecard>[];
  readonly personalisation: PersonalisationScorecard;
  /** In the order of PERSONAL_SURFACES. */
  readonly surfaces: readonly PlacementScorecard<PersonalSurface, PersonalisationScorecard>[];
  /** Titles of the products in top pairs, by id; what the catalogue does not know is absent. */
  readonly titles: ReadonlyMap<string, string>;
}
