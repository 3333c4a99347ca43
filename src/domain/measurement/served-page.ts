import type { Lane } from '../merchandising/rule.js';
import type { RecommendationSource } from '../ranking/candidate.js';

/** What was shown on one page of a list: what makes an interaction or order line that names the list attributable. */
export interface ServedPage {
  readonly recommendationId: string;
  readonly lane: Lane;
  /** The placement or surface that it was served for. */
  readonly placement: string;
  /** The customer whose data chose or moved something; null for a list that is the same for everybody. */
  readonly customerId: string | null;
  /** What complements were asked for; empty for picks. */
  readonly anchorIds: readonly string[];
  /** 1-based position of the page's first product in the whole list. */
  readonly firstSlot: number;
  /** The page's products in their order. */
  readonly productIds: readonly string[];
  /** Who or what put each of them there, in columns of equal length with `productIds`. */
  readonly sources: readonly RecommendationSource[];
  readonly servedAt: Date;
}

/** All that is known of a served list: its pages together. */
export interface KnownList {
  readonly recommendationId: string;
  readonly lane: Lane;
  readonly placement: string;
  readonly customerId: string | null;
  readonly anchorIds: readonly string[];
  /** Who or what put each product there. */
  readonly sources: ReadonlyMap<string, RecommendationSource>;
  /** When each product was first served in it: a later page may be asked for days after the first. */
  readonly shownSince: ReadonlyMap<string, Date>;
  /** When it was first served on each UTC day that it was served on, ascending: served again on a day, it is not recorded again. */
  readonly servedAt: readonly Date[];
}
