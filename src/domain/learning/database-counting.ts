import type { ByKind } from './anchor-learner.js';
import type { LearningWindows } from './collect-facts.js';
import type { LearningSettings } from './settings.js';
import { SUBSTITUTE_MIN_VISITS } from './substitutes.js';

/** What a database is to count. */
export interface CountingPlan {
  readonly windows: LearningWindows;
  readonly settings: LearningSettings;
  /** When the run began. */
  readonly startedAt: Date;
}

/** Groups in which a pair has to meet in one of the kinds at least: rarer pairs can neither be published nor keep one out. */
export type LeastCounts = ByKind<number>;

/** The least counts that settings ask for. */
export const leastCountsOf = ({ minCustomers }: Pick<LearningSettings, 'minCustomers'>): LeastCounts => ({
  orders: minCustomers,
  visits: Math.min(minCustomers, SUBSTITUTE_MIN_VISITS),
  customers: minCustomers,
});

/** All groups of a kind. */
export interface KindTotals {
  readonly groups: number;
  /** Different products of all groups, added up. */
  readonly products: number;
  /** Groups that are larger than the cap. */
  readonly capped: number;
  /** Those with a known customer. */
  readonly known: number;
  /** Pairs in all groups, each from both sides: the work of counting them. */
  readonly meetings: number;
}

/** The weight of the orders that hold a product, by their age alone: in the long run, and of late. 0 for what was looked at only. */
export interface ProductWeight {
  readonly productId: string;
  readonly usual: number;
  readonly recent: number;
}

/** In how many groups of a kind a product is counted. */
export interface ProductOccurrence {
  readonly kind: keyof ByKind<unknown>;
  readonly productId: string;
  readonly groups: number;
  readonly weight: number;
}

/** How often known customers bought a product again. */
export type ProductRepeat =
  /** Customers of the product who bought something on a later day. */
  | { readonly productId: string; readonly kind: 'returned'; readonly times: number }
  /** Those of them who bought it on another day again. */
  | { readonly productId: string; readonly kind: 'again'; readonly times: number }
  /** Times that it was bought so many days after the time before. */
  | { readonly productId: string; readonly kind: 'interval'; readonly days: number; readonly times: number };

/** How often two products met in groups of a kind. */
export interface Meetings {
  readonly together: number;
  readonly weight: number;
  /** Different customers of those groups. */
  readonly owners: number;
}

/** A pair, from the side of one of its products. */
export interface CountedPair extends ByKind<Meetings> {
  readonly anchorId: string;
  readonly neighbourId: string;
}

/** Facts that a database has put into groups, which it counts. Each question reads all groups. */
export interface DatabaseGroups {
  totals(): Promise<ByKind<KindTotals>>;
  /** Every product that was bought or looked at, once. */
  productWeights(): AsyncIterable<ProductWeight>;
  occurrences(): AsyncIterable<ProductOccurrence>;
  repeats(): AsyncIterable<ProductRepeat>;
  /** Counts the pairs of these anchors, of all for null, in place of those that were counted before. */
  countPairs(anchorIds: readonly string[] | null): Promise<void>;
  /** What was counted of some of these anchors, in any order. */
  pairsOf(anchorIds: readonly string[]): AsyncIterable<CountedPair>;
}

/** Groups that are there until they are closed. */
export interface OpenGroups extends DatabaseGroups {
  /** Removes all that was made for them. */
  close(): Promise<void>;
}

/** Counts on a database what one machine need not hold. */
export interface CountingEngine {
  /** Throws CannotCount where the database is not able to. */
  check(): Promise<void>;
  /** Puts the facts of the windows into groups. `onStep` hears of each of the GROUPING_STEPS. */
  group(plan: CountingPlan, onStep?: (done: number) => void): Promise<OpenGroups>;
  /** Removes groups of runs that were stopped long ago. */
  sweep(now: Date): Promise<void>;
}

/** Steps of putting facts into groups: orders, visits, customers, and those that are larger than the cap. */
export const GROUPING_STEPS = 4;

/** The database cannot count by itself; the message is for the user and says what to do. */
export class CannotCount extends Error {
  constructor(answer: string, cause?: unknown) {
    super(`the database cannot count pairs by itself: ${answer}. Run tandem learn without --engine mongodb, or give it a MongoDB of version 4.4 or later`, { cause });
    this.name = 'CannotCount';
  }
}
