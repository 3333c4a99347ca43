import type { ProductFacts } from '../catalogue/product.js';
import type { MeasurementArm } from '../measurement/arm.js';
import type { PlacementPolicy } from '../merchandising/policy.js';
import type { Lane } from '../merchandising/rule.js';
import type { Candidate } from '../ranking/candidate.js';
import { START, type ListPosition } from '../ranking/cursor.js';
import { emptyReasonOf, type EmptyReason } from '../ranking/empty-reason.js';
import { fillSlots, type FilledSlot } from '../ranking/fill-slots.js';
import type { PageLimits } from '../ranking/quotas.js';
import { splitSlots, type SlotSplit } from '../ranking/slot-split.js';
import type { FallbackOrigin } from './explain.js';
import type { Unreadable } from './reader.js';
import { recommendationIdOf } from './recommendation-id.js';
import { LaneUnavailable } from './unavailable.js';

/** One page of a list as it is served, by either lane. */
export interface ServedList {
  readonly recommendationId: string;
  /** The customer whose data chose or moved something; null for a list that is the same for everybody. */
  readonly customerId: string | null;
  readonly slots: readonly FilledSlot[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly emptyReason: EmptyReason | null;
  readonly split: SlotSplit;
  readonly modelVersion: string | null;
  /** Facts of the products that were the reason for others, for explanations. */
  readonly becauses: ReadonlyMap<string, ProductFacts>;
  readonly fallback: FallbackOrigin;
}

/** A decided list and the page asked for. */
export interface PageToServe {
  readonly lane: Lane;
  /** All that the list depends on beside the customer and the arm: it names the list. */
  readonly question: Readonly<Record<string, unknown>>;
  /** The customer whose data chose or moved something; null for a list that is the same for everybody. */
  readonly customerId: string | null;
  /** HOLDOUT where the candidates are what a holdout left of those judged. */
  readonly arm: MeasurementArm;
  readonly candidates: readonly Candidate[];
  /** The list that the minimum is held against: everybody's, also where it is served in a customer's own order or to the holdout. */
  readonly judged: readonly Candidate[];
  readonly proposed: number;
  readonly knownAnchors: number | null;
  readonly policy: PlacementPolicy;
  /** Groups of the anchors; absent where a list has no anchors. */
  readonly anchorGroups?: ReadonlySet<string>;
  readonly becauses: ReadonlyMap<string, ProductFacts>;
  readonly modelVersion: string | null;
  readonly fallback: FallbackOrigin;
  readonly first: number;
  readonly position: ListPosition;
  readonly idSalt: string;
}

/** What a lane reads: whatever else could not be read in the same request is not why its list is empty. */
const READ_BY: Readonly<Record<Lane, readonly Unreadable[]>> = {
  CROSS_SELL: ['catalogue', 'copurchase_stats', 'decided_pairs'],
  PERSONALISATION: ['catalogue', 'similarity_stats', 'behaviour_profiles', 'consents'],
};

const NO_GROUPS: ReadonlySet<string> = new Set();

const limitsOf = ({ first, policy: { learnedShareCap, sameGroupCap }, anchorGroups = NO_GROUPS }: PageToServe): PageLimits => ({
  first,
  learnedShareCap,
  sameGroupCap,
  anchorGroups,
});

/** Whether fewer are left than the placement asks for, in the list or in what the caps let a first page show of it. */
const isBelowMinimum = (list: PageToServe): boolean => {
  const { policy: { atLeast }, judged, first } = list;
  if (atLeast === 0 || judged.length < atLeast) return judged.length < atLeast;
  const { slots } = fillSlots(judged, { ...limitsOf(list), position: START });
  return slots.length < Math.min(atLeast, first);
};

/** What names a list. The treatment and an unlimited anchor's group go without saying, so that no name changed when there came to be others. */
const questionOf = ({ customerId, arm, question, modelVersion, policy }: PageToServe): Readonly<Record<string, unknown>> => ({
  ...(customerId === null ? {} : { customer: customerId }),
  ...question,
  ...(arm === 'HOLDOUT' ? { arm } : {}),
  model: modelVersion,
  learnedShareCap: policy.learnedShareCap,
  ...(policy.sameGroupCap < 1 ? { sameGroupCap: policy.sameGroupCap } : {}),
});

/** Fills the page of a decided list. Throws LaneUnavailable when it is empty because of what its lane could not read. */
export const pageOf = (list: PageToServe, unreadable: ReadonlySet<Unreadable>): ServedList => {
  const { policy, candidates, first, position } = list;
  const belowMinimum = isBelowMinimum(list);
  const served = belowMinimum ? [] : candidates;
  const page = fillSlots(served, { ...limitsOf(list), position });
  const missing = READ_BY[list.lane].filter((name) => unreadable.has(name));
  const isHeldBack = list.arm === 'HOLDOUT' && !belowMinimum && list.judged.length > 0;
  if (page.slots.length === 0 && !isHeldBack && missing.length > 0) throw new LaneUnavailable(missing);
  return {
    recommendationId: recommendationIdOf(list.lane, questionOf(list), served, list.idSalt),
    customerId: list.customerId,
    slots: page.slots,
    hasNextPage: page.hasNextPage,
    hasPreviousPage: position !== START,
    emptyReason: emptyReasonOf({
      eligible: candidates.length,
      belowMinimum,
      knownAnchors: list.knownAnchors,
      heldOut: list.arm === 'HOLDOUT',
      proposed: list.proposed,
      curatedOnly: policy.autopilot === 'CURATED_ONLY',
      shown: page.slots.length,
    }),
    split: splitSlots(page.slots, first, policy.learnedShareCap),
    modelVersion: list.modelVersion,
    becauses: list.becauses,
    fallback: list.fallback,
  };
};
