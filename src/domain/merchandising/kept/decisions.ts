import type { CopyVariantRecord } from '../../copy/copy-variant.js';
import type { DecidedPair } from '../decided-pair.js';
import type { Autopilot, PlacementPolicy } from '../policy.js';
import type { MerchandisingRule, RuleContents, RuleState } from '../rule.js';
import type { RuleWarning } from './rule-warning.js';

/**
 * How a change reached the shop: through the API, from a file whose entry named no version, or from one whose entry named the version that it
 * was based on, and so may hold what a person decided.
 */
export type ChangeChannel = 'API' | 'FILE' | 'VERSIONED_FILE';

/** One change of anything that people decide. */
export interface DecisionChange {
  /** The version that the change made. */
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly via: ChangeChannel;
  /** What changed, in one sentence. */
  readonly summary: string;
}

/** One version of a rule. */
export interface RuleVersion extends DecisionChange {
  readonly state: RuleState;
  readonly approvedBy: string | null;
  /** What the rule said then; null where `saysAsNext`, and once it is older than the contents that are kept. */
  readonly contents: RuleContents | null;
  /** It said what the next newer version says, but for its state: the contents are kept once, there. Absent otherwise. */
  readonly saysAsNext?: true;
}

/** What makes a repeated creation harmless. */
export interface CreationKey {
  /** Fingerprint of the contents that the key was first used with. */
  readonly contents: string;
}

/** A rule as it is kept: what serving needs, and how it came to be. */
export interface RuleRecord extends MerchandisingRule {
  /** Who changed its contents last; in a shop that asks for two persons, somebody else has to approve. */
  readonly editedBy: string;
  /** Null when it was created without an idempotency key. */
  readonly createdWith: CreationKey | null;
  readonly warnings: readonly RuleWarning[];
  /** Every version, newest first; the first entry is the one that stands. */
  readonly history: readonly RuleVersion[];
}

/** One version of a placement's policy. */
export interface PolicyVersion extends DecisionChange {
  readonly contents: PolicyContents;
}

/** What a policy says. */
export type PolicyContents = Pick<PlacementPolicy, 'autopilot' | 'learnedShareCap' | 'sameGroupCap' | 'atLeast' | 'fallback' | 'diversity'>;

/** A placement's policy as it is kept. */
export interface PolicyRecord extends PlacementPolicy {
  /** Every version, newest first. */
  readonly history: readonly PolicyVersion[];
}

/** One decision about a pair. */
export interface PairVersion extends DecisionChange {
  readonly decision: DecidedPair['decision'];
  readonly note: string | null;
}

/** A decided pair as it is kept. */
export interface PairRecord extends DecidedPair {
  readonly version: number;
  /** Every decision, newest first. */
  readonly history: readonly PairVersion[];
}

/** One version of the shop's autopilot. */
export interface ShopAutopilotVersion extends DecisionChange {
  readonly autopilot: Autopilot;
  readonly note: string | null;
}

/** How far the whole shop may run by itself, above every placement's own policy. */
export interface ShopAutopilotRecord {
  readonly autopilot: Autopilot;
  readonly note: string | null;
  readonly version: number;
  readonly updatedBy: string;
  readonly updatedAt: Date;
  /** Every version, newest first. */
  readonly history: readonly ShopAutopilotVersion[];
}

/** Names decisions: rules and copy variants by id, policies by lane and placement, pairs by anchor and complement. */
export interface DecisionKeys {
  readonly ruleIds?: readonly string[];
  readonly policies?: readonly Pick<PlacementPolicy, 'lane' | 'placement'>[];
  readonly pairs?: readonly Pick<DecidedPair, 'anchorId' | 'complementId'>[];
  readonly shopAutopilot?: boolean;
  readonly copyIds?: readonly string[];
}

/** The decisions that were asked for, as they stand; what does not exist is absent. */
export interface HeldDecisions {
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleRecord>;
  /** By `policyKey`. */
  readonly policies: ReadonlyMap<string, PolicyRecord>;
  /** By `pairId`. */
  readonly pairs: ReadonlyMap<string, PairRecord>;
  /** Null while nobody has set it, or when it was not asked for. */
  readonly shopAutopilot: ShopAutopilotRecord | null;
  /** By variant id. */
  readonly copies: ReadonlyMap<string, CopyVariantRecord>;
}

/** Decisions to be written together: all of them or none. Each must have been among the keys asked for, with its version raised by one. */
export interface DecisionWrites {
  readonly rules?: readonly RuleRecord[];
  readonly policies?: readonly PolicyRecord[];
  readonly pairs?: readonly PairRecord[];
  readonly shopAutopilot?: ShopAutopilotRecord;
  readonly copies?: readonly CopyVariantRecord[];
}

/** What a change comes to: what it writes, and what it answers. */
export interface DecisionOutcome<T> {
  readonly writes: DecisionWrites;
  readonly result: T;
}

/** Where people's decisions are kept, with their history. */
export interface DecisionStore {
  /** Decisions as they stand. */
  read(keys: DecisionKeys): Promise<HeldDecisions>;
  /**
   * Reads the decisions, lets `decide` (pure) say what becomes of them, and writes that: all of it or nothing, and only if nobody changed any
   * decision of the shop in between, else it reads and decides again. Answers the result of the decision that held. Nothing is written
   * when there are no writes. Readers on every instance see all of a change or nothing of it.
   */
  commit<T>(keys: DecisionKeys, decide: (held: HeldDecisions) => DecisionOutcome<T>): Promise<T>;
}

/** The key of a placement's policy. */
export const policyKey = ({ lane, placement }: Pick<PlacementPolicy, 'lane' | 'placement'>): string => `${lane}:${placement}`;

/** Names a directed pair of products; `pairOf` reads it back. */
export const pairId = ({ anchorId, complementId }: Pick<DecidedPair, 'anchorId' | 'complementId'>): string =>
  Buffer.from(JSON.stringify([anchorId, complementId])).toString('base64url');

/** The pair that an id names; null when it is none of ours. */
export const pairOf = (id: string): Pick<DecidedPair, 'anchorId' | 'complementId'> | null => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 2) return null;
    const [anchorId, complementId]: unknown[] = parts;
    if (typeof anchorId !== 'string' || typeof complementId !== 'string' || anchorId === '' || complementId === '') return null;
    return pairId({ anchorId, complementId }) === id ? { anchorId, complementId } : null;
  } catch {
    return null;
  }
};
