/** Why a list is empty, in the words of the public contract. */
export type EmptyReason = 'NO_EVIDENCE' | 'ALL_FILTERED' | 'CURATED_ONLY' | 'BELOW_MINIMUM' | 'UNKNOWN_ANCHOR' | 'HOLDOUT';

/** What became of a list on its way to being empty. */
export interface ListCourse {
  /** Anchors that the catalogue knows; null where a list has no anchors. */
  readonly knownAnchors: number | null;
  /** All but required companions were held back, so that their effect can be measured. */
  readonly heldOut: boolean;
  readonly proposed: number;
  /** Left after eligibility. */
  readonly eligible: number;
  /** Fewer than the placement's minimum were left. */
  readonly belowMinimum: boolean;
  readonly curatedOnly: boolean;
  /** Products on the page. */
  readonly shown: number;
}

/** Why a page is empty; null when it is not. */
export const emptyReasonOf = (course: ListCourse): EmptyReason | null => {
  if (course.knownAnchors === 0) return 'UNKNOWN_ANCHOR';
  if (course.shown > 0) return null;
  if (course.heldOut) return 'HOLDOUT';
  if (course.proposed === 0) return course.curatedOnly ? 'CURATED_ONLY' : 'NO_EVIDENCE';
  if (course.eligible === 0) return 'ALL_FILTERED';
  if (course.belowMinimum) return 'BELOW_MINIMUM';
  // Something was eligible, but this page shows none of it: earlier pages did, or the caps leave what was found no slot.
  return 'ALL_FILTERED';
};
