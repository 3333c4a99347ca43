import type { ModelComparison } from './drift-guard.js';

/** A version that was learned and not published, because its lists are worse than the published ones. */
export interface WithheldModel {
  readonly modelVersion: string;
  /** When it was held back. */
  readonly at: Date;
  /** Newer orders that it and the published version were asked about. */
  readonly orders: number;
  /** Share of hidden products that the published version's lists hold, 0 to 1. */
  readonly publishedHitRate: number;
  /** The same of the lists that the way it was learned would have given then. */
  readonly withheldHitRate: number;
  /** A loss of more than this counts. */
  readonly margin: number;
}

/** What is remembered of a version that a comparison kept from being published; null for a comparison that kept nothing back. */
export const withheldBy = (modelVersion: string, { verdict, orders, published, rival, margin }: ModelComparison, at: Date): WithheldModel | null =>
  verdict !== 'WORSE' || published === null || rival === null || margin === null
    ? null
    : { modelVersion, at, orders, publishedHitRate: published, withheldHitRate: rival, margin };
