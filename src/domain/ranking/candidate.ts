import type { ProductFacts } from '../catalogue/product.js';
import type { MerchandisingRule } from '../merchandising/rule.js';

/** Who or what put a product in a list, in the order in which slots are filled. */
export const SOURCES = [
  'REQUIRED_COMPANION',
  'PINNED',
  'RULE',
  'APPROVED_PAIR',
  'CO_PURCHASE',
  'BUY_AGAIN',
  'SIMILAR_TO_RECENT',
  'SHOPPERS_LIKE_YOU',
  'FAVOURITE_CATEGORY',
  'IN_DEMAND',
  'SHARED_TRAIT',
  'POPULAR',
] as const;
export type RecommendationSource = (typeof SOURCES)[number];

/** Who a slot is credited to: people's decisions, learned statistics, or popularity. */
export type SlotOwner = 'human' | 'learned' | 'fallback';

const HUMAN: ReadonlySet<RecommendationSource> = new Set(['REQUIRED_COMPANION', 'PINNED', 'RULE', 'APPROVED_PAIR']);

/** Who a source is credited to. */
export const ownerOf = (source: RecommendationSource): SlotOwner =>
  HUMAN.has(source) ? 'human' : source === 'POPULAR' ? 'fallback' : 'learned';

/** What was counted for a pair, over completed orders in the learning window. */
export interface PairEvidence {
  readonly ordersTogether: number;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
  readonly windowDays: number;
}

/** A product proposed for a list, before anything is known of it but its id. */
export interface Proposal {
  readonly productId: string;
  readonly source: RecommendationSource;
  /** Comparable within the proposals of one slot owner in one list only; higher is better. */
  readonly score: number;
  /** The slot a pin asks for; null otherwise. */
  readonly pinnedSlot: number | null;
  /** How many go with one anchor. */
  readonly quantity: number;
  /** The rule that placed or moved it. */
  readonly rule: MerchandisingRule | null;
  readonly evidence: PairEvidence | null;
  /** The anchor or recent product it was chosen for. */
  readonly becauseId: string | null;
  /** Whether the customer's own data chose or moved it. */
  readonly personalised: boolean;
  /** How often this customer bought it; null where that is not why it is here. */
  readonly purchases: number | null;
  /** Its score among the popular, where a learned product is popular too; null otherwise. */
  readonly popularScore: number | null;
}

/** A proposal whose product the catalogue knows. */
export interface Candidate extends Proposal {
  readonly product: ProductFacts;
}

/** One step of the order of decision: a list in, a list out, nothing changed in place. */
export type ListStep<C> = (candidates: readonly Candidate[], context: C) => readonly Candidate[];

/** A proposal with everything absent but what is given. */
export const propose = (
  proposal: Pick<Proposal, 'productId' | 'source' | 'score'> & Partial<Proposal>,
): Proposal => ({
  productId: proposal.productId,
  source: proposal.source,
  score: proposal.score,
  pinnedSlot: proposal.pinnedSlot ?? null,
  quantity: proposal.quantity ?? 1,
  rule: proposal.rule ?? null,
  evidence: proposal.evidence ?? null,
  becauseId: proposal.becauseId ?? null,
  personalised: proposal.personalised ?? false,
  purchases: proposal.purchases ?? null,
  popularScore: proposal.popularScore ?? null,
});

/** A proposal with its product. Field by field: a list makes hundreds, and a spread takes several times as long. */
export const candidateOf = (proposal: Proposal, product: ProductFacts): Candidate => ({
  productId: proposal.productId,
  source: proposal.source,
  score: proposal.score,
  pinnedSlot: proposal.pinnedSlot,
  quantity: proposal.quantity,
  rule: proposal.rule,
  evidence: proposal.evidence,
  becauseId: proposal.becauseId,
  personalised: proposal.personalised,
  purchases: proposal.purchases,
  popularScore: proposal.popularScore,
  product,
});
