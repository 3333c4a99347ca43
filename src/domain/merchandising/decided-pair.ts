/** What a person decided about a pair of products. */
export type PairDecision = 'APPROVE' | 'DISMISS';

/** A person's decision about a directed pair: APPROVE is served before anything learned, DISMISS is never served. */
export interface DecidedPair {
  readonly anchorId: string;
  readonly complementId: string;
  readonly decision: PairDecision;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly note: string | null;
}
