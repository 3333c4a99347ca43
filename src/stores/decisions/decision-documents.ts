import type { CopyAudience, CopyOrigin, CopyState, CopyVersion } from '../../domain/copy/copy-variant.js';
import type { PairDecision } from '../../domain/merchandising/decided-pair.js';
import type { CreationKey, PairVersion, PolicyContents, PolicyVersion, RuleVersion, ShopAutopilotVersion } from '../../domain/merchandising/kept/decisions.js';
import type { Autopilot, Diversity } from '../../domain/merchandising/policy.js';
import type { Lane, ProductSelector, RuleAction, RuleState } from '../../domain/merchandising/rule.js';
import type { RuleWarning } from '../../domain/merchandising/kept/rule-warning.js';

/** What every decision carries beside what it says. */
interface Revised {
  /** The revision of the shop's decisions that wrote it; absent in documents written before they were marked. */
  revision?: number;
}

/** Fact. Key: rule id. The last four fields are absent in rules written before there was a history. */
export interface RuleDocument extends Revised {
  _id: string;
  name: string;
  lane: Lane;
  action: RuleAction;
  when: ProductSelector | null;
  then: ProductSelector | null;
  placements: readonly string[];
  slot: number | null;
  weight: number | null;
  quantity: number | null;
  priority: number;
  validFrom: Date | null;
  validUntil: Date | null;
  state: RuleState;
  version: number;
  note: string | null;
  createdBy: string;
  approvedBy: string | null;
  updatedAt: Date;
  editedBy?: string;
  createdWith?: CreationKey | null;
  warnings?: readonly RuleWarning[];
  /** Newest first; contents of the newest versions only. */
  history?: readonly RuleVersion[];
}

/** One version of a policy, which says nothing of the same-group limit where it was written before there was one. */
export interface StoredPolicyVersion extends Omit<PolicyVersion, 'contents'> {
  readonly contents: Omit<PolicyContents, 'sameGroupCap'> & Partial<Pick<PolicyContents, 'sameGroupCap'>>;
}

/** Fact. Key: lane and placement, as in CROSS_SELL:CHECKOUT. */
export interface PolicyDocument extends Revised {
  _id: string;
  lane: Lane;
  placement: string;
  autopilot: Autopilot;
  learnedShareCap: number;
  /** Absent in policies written before there was one: no limit. */
  sameGroupCap?: number;
  atLeast: number;
  fallback: boolean;
  diversity: Diversity;
  version: number;
  updatedBy: string;
  updatedAt: Date;
  /** Newest first; absent in policies written before there was one. */
  history?: readonly StoredPolicyVersion[];
}

/** Fact, in one document. Key: "shop". */
export interface ShopAutopilotDocument extends Revised {
  _id: string;
  autopilot: Autopilot;
  note: string | null;
  version: number;
  updatedBy: string;
  updatedAt: Date;
  /** Newest first. */
  history: readonly ShopAutopilotVersion[];
}

/** Fact. Key: both ids as a JSON array. */
export interface DecidedPairDocument extends Revised {
  _id: string;
  anchorId: string;
  complementId: string;
  decision: PairDecision;
  version: number;
  decidedBy: string;
  decidedAt: Date;
  note: string | null;
  /** Newest first; absent in decisions written before there was one. */
  history?: readonly PairVersion[];
}

/** Fact. Key: variant id. */
export interface CopyVariantDocument extends Revised {
  _id: string;
  productId: string;
  text: string;
  audience: CopyAudience;
  state: CopyState;
  origin: CopyOrigin;
  model: string | null;
  version: number;
  createdBy: string;
  approvedBy: string | null;
  updatedAt: Date;
  editedBy: string;
  createdWith: CreationKey | null;
  /** Newest first. */
  history: readonly CopyVersion[];
}

/** What people decide: the collections that are written together, by way of the journal. */
export interface DecisionDocuments {
  rules: RuleDocument;
  policies: PolicyDocument;
  decidedPairs: DecidedPairDocument;
  shopAutopilot: ShopAutopilotDocument;
  copyVariants: CopyVariantDocument;
}

/** A decision on its way: one document of a commit, to be written where `into` says. Key: commit id and place. */
export interface JournalDocument {
  _id: string;
  commitId: string;
  /** The revision that the commit was decided upon: it can only ever be the next one. */
  revision: number;
  into: keyof DecisionDocuments;
  document: DecisionDocuments[keyof DecisionDocuments];
}
