import type { ProductFinder } from '../domain/catalogue/product-finder.js';
import type { DaySheets } from '../domain/measurement/measured-facts.js';
import type { CrossSellScorecard, Period } from '../domain/measurement/scorecard.js';
import { crossSellScorecardFor } from '../domain/measurement/scorecards/cross-sell-scorecard.js';
import { personalisationScorecardFor } from '../domain/measurement/scorecards/personalisation-scorecard.js';
import { CROSS_SELL_PLACEMENTS, PERSONAL_SURFACES } from '../domain/merchandising/rule.js';
import type { PlacementScorecard, Report } from './report.js';

/** What a report is asked for, and read from. */
export interface ReportQuestion {
  readonly title: string;
  readonly period: Period;
  /** Null for the currency of most orders in the period. */
  readonly currencyCode: string | null;
  readonly sheets: Pick<DaySheets, 'sheets' | 'measuredAt'>;
  readonly finder: Pick<ProductFinder, 'productsByIds'>;
  /** Called with how many scorecards are ready, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Both lanes as a whole, and each place of theirs. */
const SCORECARDS = 2 + CROSS_SELL_PLACEMENTS.length + PERSONAL_SURFACES.length;

const titlesOf = async (cards: readonly CrossSellScorecard[], finder: ReportQuestion['finder']): Promise<Report['titles']> => {
  const ids = new Set(cards.flatMap(({ topPairs }) => topPairs.flatMap(({ anchorId, productId }) => [anchorId, productId])));
  if (ids.size === 0) return new Map();
  const products = await finder.productsByIds([...ids]);
  return new Map([...products].map(([id, { title }]) => [id, title]));
};

/**
 * Asks both scorecards, for each lane as a whole and for each of its places. They are all of one currency: the one asked for, else the one that
 * most orders of the period are in. They are asked one after another, since each reads day sheets and memory should hold those of one.
 */
export const readReport = async ({ title, period, currencyCode: asked, sheets, finder, onProgress }: ReportQuestion): Promise<Report> => {
  let done = 0;
  const counted = async <T>(scorecard: Promise<T>): Promise<T> => {
    const answer = await scorecard;
    done += 1;
    onProgress?.(done, SCORECARDS);
    return answer;
  };
  onProgress?.(0, SCORECARDS);
  const crossSell = await counted(crossSellScorecardFor({ period, placement: null, currencyCode: asked }, sheets));
  const { currencyCode } = crossSell;
  const placed = async <P extends string, S>(places: readonly P[], ask: (placement: P) => Promise<S>): Promise<PlacementScorecard<P, S>[]> => {
    const cards: PlacementScorecard<P, S>[] = [];
    for (const placement of places) cards.push({ placement, scorecard: await counted(ask(placement)) });
    return cards;
  };
  const placements = await placed(CROSS_SELL_PLACEMENTS, (placement) => crossSellScorecardFor({ period, placement, currencyCode }, sheets));
  const personalisation = await counted(personalisationScorecardFor({ period, placement: null, currencyCode }, sheets));
  const surfaces = await placed(PERSONAL_SURFACES, (placement) => personalisationScorecardFor({ period, placement, currencyCode }, sheets));
  const titles = await titlesOf([crossSell, ...placements.map(({ scorecard }) => scorecard)], finder);
  return { title, period, crossSell, placements, personalisation, surfaces, titles };
};
