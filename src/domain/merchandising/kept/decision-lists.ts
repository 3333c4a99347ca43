import type { CopyState, CopyVariantRecord } from '../../copy/copy-variant.js';
import type { DecidedPair, PairDecision } from '../decided-pair.js';
import type { PairRecord, PolicyRecord, RuleRecord, ShopAutopilotRecord } from './decisions.js';
import type { Autopilot, PlacementPolicy } from '../policy.js';
import type { Lane, MerchandisingRule, RuleState } from '../rule.js';

/** Which rules a list shows: of every lane when it is null, in every state when none is named. */
export interface RuleFilter {
  readonly lane: Lane | null;
  readonly states: readonly RuleState[];
}

/** Which decided pairs a list shows: of every anchor when it is null, with every decision when none is named. */
export interface PairFilter {
  readonly anchorId: string | null;
  readonly decisions: readonly PairDecision[];
}

/** Which copy variants a list shows: of every product when it is null, in every state when none is named. */
export interface CopyFilter {
  readonly productId: string | null;
  readonly states: readonly CopyState[];
}

/** Everything that people decided about rules, policies, pairs and the shop, at one moment. */
export interface AllDecisions {
  readonly rules: readonly RuleRecord[];
  readonly policies: readonly PolicyRecord[];
  readonly pairs: readonly PairRecord[];
  readonly shopAutopilot: ShopAutopilotRecord | null;
}

/** A rule of a list: its history says who changed it when, and not all that it said each time, which may be megabytes. */
export const withoutContents = (record: RuleRecord): RuleRecord => ({
  ...record,
  history: record.history.map((version) => ({ ...version, contents: null })),
});

/**
 * Lists of what people decided. A list begins behind `after`, at its beginning when that is null; a stream may be left at any point.
 * Ids are ordered by code points.
 */
export interface DecisionLists {
  /** In the order in which rules are heard: higher priority first, ties by id; `withoutContents`. */
  rules(filter: RuleFilter, after: { readonly priority: number; readonly id: string } | null): AsyncIterable<RuleRecord>;
  /** The policies that somebody set, by lane, then placement. */
  policies(): Promise<readonly PolicyRecord[]>;
  /** Null while nobody has set it. */
  shopAutopilot(): Promise<ShopAutopilotRecord | null>;
  /** The latest decision first, ties by pair: `id` is a `pairId`, and pairs are ordered by the text of their two ids as a JSON array. */
  decidedPairs(filter: PairFilter, after: { readonly decidedAt: Date; readonly id: string } | null): AsyncIterable<PairRecord>;
  /** The latest change first, ties by id. */
  copies(filter: CopyFilter, after: { readonly updatedAt: Date; readonly id: string } | null): AsyncIterable<CopyVariantRecord>;
  /** Everything at one moment: all of a change or nothing of it. */
  all(): Promise<AllDecisions>;
}

/** What stood at an instant of the past. */
export interface PastDecisions {
  /** The rules that were approved then. */
  readonly rules: readonly MerchandisingRule[];
  readonly policies: readonly PlacementPolicy[];
  /** The most that any placement might do by itself. */
  readonly ceiling: Autopilot;
  /** By anchor id; decisions that were taken back are absent. */
  pairs(anchorIds: readonly string[]): Promise<ReadonlyMap<string, readonly DecidedPair[]>>;
}

/** Reads decisions as they stood. */
export interface DecisionsOfThePast {
  /** A change is in force from its instant on. Rejects with NotRetained when what stood then is no longer kept. */
  asOf(at: Date): Promise<PastDecisions>;
}
