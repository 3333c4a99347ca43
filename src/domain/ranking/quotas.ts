import { isOfGroups } from '../catalogue/product.js';
import { ownerOf, type Candidate } from './candidate.js';

/** What of a page is limited, and to what share of its slots. */
export interface PageLimits {
  readonly first: number;
  /** Largest share of the page's slots that learning may fill, 0 to 1. */
  readonly learnedShareCap: number;
  /** Largest share of the page's slots that learning and popularity may fill with products of an anchor's group, 0 to 1. */
  readonly sameGroupCap: number;
  /** Groups of the anchors; empty where there is none. */
  readonly anchorGroups: ReadonlySet<string>;
}

/** How many more slots of a page may be filled with what is limited. */
export interface Quotas {
  readonly learned: number;
  readonly sameGroup: number;
  readonly anchorGroups: ReadonlySet<string>;
}

/** How many of a page's slots a share is; the tolerance keeps 0.3 × 10 at 3. */
export const quotaOf = (first: number, share: number): number => Math.floor(first * share + 1e-9);

/** The quotas that a page begins with. */
export const quotasOf = ({ first, learnedShareCap, sameGroupCap, anchorGroups }: PageLimits): Quotas => ({
  learned: quotaOf(first, learnedShareCap),
  sameGroup: quotaOf(first, sameGroupCap),
  anchorGroups,
});

const isLearned = ({ source }: Candidate): boolean => ownerOf(source) === 'learned';

/** Whether a candidate counts as one of an anchor's own group: what people decided never does. */
const isOfAnchorGroup = ({ source, product }: Candidate, anchorGroups: ReadonlySet<string>): boolean =>
  anchorGroups.size > 0 && ownerOf(source) !== 'human' && isOfGroups(product, anchorGroups);

/** Whether the quotas let a candidate in. */
export const letsIn = ({ learned, sameGroup, anchorGroups }: Quotas, candidate: Candidate): boolean =>
  (learned > 0 || !isLearned(candidate)) && (sameGroup > 0 || !isOfAnchorGroup(candidate, anchorGroups));

/** What is left of the quotas once a candidate has its slot. */
export const afterFilling = ({ learned, sameGroup, anchorGroups }: Quotas, candidate: Candidate): Quotas => ({
  learned: isLearned(candidate) ? learned - 1 : learned,
  sameGroup: isOfAnchorGroup(candidate, anchorGroups) ? sameGroup - 1 : sameGroup,
  anchorGroups,
});
