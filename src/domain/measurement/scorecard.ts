import type { RecommendationSource } from '../ranking/candidate.js';
import type { SlotOwner } from '../ranking/candidate.js';

/** Days in `[from, until)`: both are 00:00 UTC. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** What a scorecard is asked for. */
export interface ScorecardQuestion {
  readonly period: Period;
  /** The placement or surface whose lists count; null for all of the lane. */
  readonly placement: string | null;
  /** Null for the currency of most orders in the period (of several the first by code). */
  readonly currencyCode: string | null;
}

/** A difference between the arms with its 95 % interval. Money is in minor units. */
export interface Uplift {
  readonly treatment: number;
  readonly holdout: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly treatmentSize: number;
  readonly holdoutSize: number;
  readonly method: string;
}

/** From the list to the order line. */
export interface Funnel {
  readonly lists: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly basketAdds: number;
  readonly orderLines: number;
}

/** What one source led to. */
export interface SourceContribution {
  readonly source: RecommendationSource;
  readonly impressions: number;
  readonly clicks: number;
  readonly basketAdds: number;
  readonly orderLines: number;
  readonly revenueMinor: number;
}

/** What both scorecards say. Rates are 0 to 1; what cannot be divided is null. */
interface Scorecard {
  /** Null before the first roll-up. */
  readonly measuredAt: Date | null;
  /** Null without orders. */
  readonly currencyCode: string | null;
  readonly orders: number;
  readonly ordersInOtherCurrencies: number;
  readonly revenueShare: number | null;
  readonly funnel: Funnel;
  /** Why there is no uplift; null when there is one. */
  readonly upliftShortfall: string | null;
  /** In the order of SOURCES; those without any activity are absent. */
  readonly bySource: readonly SourceContribution[];
  /** Impressions by who filled the slot. */
  readonly shownBy: Readonly<Record<SlotOwner, number>>;
}

/** Judged per order. Averages of money are rounded to whole minor units. */
export interface CrossSellScorecard extends Scorecard {
  readonly averageOrderValueMinor: number | null;
  readonly averageOrderValueWithCrossSellMinor: number | null;
  readonly averageOrderValueWithoutMinor: number | null;
  readonly attachRate: number | null;
  readonly unitsPerOrder: number | null;
  readonly uplift: Uplift | null;
  readonly upliftPerVisit: Uplift | null;
  /** By revenue, then by ids; at most 10. */
  readonly topPairs: readonly { readonly anchorId: string; readonly productId: string; readonly orderLines: number; readonly revenueMinor: number }[];
  readonly byWeek: readonly {
    readonly from: Date;
    readonly orders: number;
    readonly averageOrderValueMinor: number | null;
    readonly attachRate: number | null;
    readonly revenueShare: number | null;
  }[];
}

/** Judged per customer. */
export interface PersonalisationScorecard extends Scorecard {
  readonly customers: number;
  readonly repeatPurchaseRate: number | null;
  readonly retention: readonly { readonly days: number; readonly rate: number | null; readonly customers: number }[];
  readonly lifetimeValueMinor: number | null;
  readonly repeatPurchaseUplift: Uplift | null;
  readonly lifetimeValueUplift: Uplift | null;
  readonly byWeek: readonly {
    readonly from: Date;
    readonly customers: number;
    readonly returningShare: number | null;
    readonly revenueShare: number | null;
  }[];
}
