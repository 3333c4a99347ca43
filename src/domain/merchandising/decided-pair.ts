/** What a person decides about a pair of products. */
export const PAIR_DECISIONS = ['APPROVE', 'DISMISS', 'REOPEN'] as const;
export type PairDecision = (typeof PAIR_DECISIONS)[number];

/**
 * A person's decision about a directed pair: APPROVE is served before anything learned, DISMISS is never served, REOPEN takes back what
 * was decided before.
 */
export interface DecidedPair {
  readonly anchorId: string;
  readonly complementId: string;
  readonly decision: PairDecision;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly note: string | null;
}
