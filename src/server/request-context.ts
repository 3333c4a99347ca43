import type { CopyWriter } from '../copy-writer/copy-writer.js';
import type { ProductFinder } from '../domain/catalogue/product-finder.js';
import type { ProposedPairsDependencies } from '../domain/cross-sell/proposed-pairs.js';
import type { ReplayDependencies } from '../domain/cross-sell/replay-complements.js';
import type { FactReader } from '../domain/facts/reading.js';
import type { FactWriter } from '../domain/facts/recording.js';
import type { DecisionLists, DecisionsOfThePast } from '../domain/merchandising/kept/decision-lists.js';
import type { DecisionStore } from '../domain/merchandising/kept/decisions.js';
import type { PersonalDependencies } from '../domain/personalisation/picks-for.js';
import type { ProfileWriter } from '../domain/personalisation/profile.js';
import type { Erasures } from '../domain/privacy/erasure.js';
import type { ReadRange } from '../domain/serving/popularity-or-range.js';
import type { PastModels } from '../stores/learned/past-models.js';
import type { ProposalStore } from '../stores/learned/proposal-store.js';
import type { ServingStore } from '../stores/serving-store.js';
import type { BaseRequestContext } from './context.js';
import { codedError } from './errors.js';
import { lanesOf, proposalsOf, replayOf } from './lane-dependencies.js';
import type { ServingRecorder } from './serving-recorder.js';
import type { Scorecards } from './scorecards.js';
import type { ShopSettings } from './shop-settings.js';
import type { SnapshotHolder } from './snapshot-holder.js';
import { waitAtMost } from './wait-at-most.js';

/** What resolvers work with. */
export interface RequestContext extends BaseRequestContext {
  /**
   * What the lanes need, made once per request. `products` is how many a list is asked about: its anchors or candidates, at least 1.
   * Throws LIMIT_EXCEEDED when a request's lists ask about too many together, STORE_UNAVAILABLE while the shop has never been read.
   */
  lanes(products: number): PersonalDependencies;
  /** What looking through proposed pairs needs, for so many pairs; they count as products of a list, and it throws as `lanes` does. */
  proposals(pairs: number): ProposedPairsDependencies;
  /** What deciding a list of the past needs; counts and throws as `lanes` does. */
  replay(products: number): ReplayDependencies;
  readonly facts: FactReader & FactWriter;
  readonly profiles: ProfileWriter;
  readonly erasures: Erasures;
  readonly decisions: DecisionStore & DecisionLists;
  readonly finder: ProductFinder;
  /** Drafts texts; where the shop has no copy writer, it says so. */
  readonly copyWriter: CopyWriter;
  /** What the scorecards are made from. */
  /** Where scorecards are worked out, for one of them. Throws LIMIT_EXCEEDED when a request asks for too many. */
  scorecards(): Scorecards;
  readonly settings: ShopSettings;
  /** Notes what is served and who takes part in a comparison; costs a request nothing. */
  readonly recorder: Pick<ServingRecorder, 'served' | 'exposed'>;
  /** An id that nothing has. */
  newId(): string;
  /**
   * Asks memory to take in what was just decided, so that it is in force here with the next request. Never rejects and never takes long:
   * what was decided is kept, and memory takes it in at its own interval.
   */
  refresh(): Promise<void>;
}

/** What all requests share. */
export interface ShopAccess extends Pick<RequestContext, 'facts' | 'profiles' | 'erasures' | 'finder' | 'copyWriter' | 'settings' | 'recorder' | 'newId'> {
  readonly snapshots: Pick<SnapshotHolder, 'current' | 'refresh'>;
  readonly scorecards: Scorecards;
  readonly serving: ServingStore;
  readonly decisions: DecisionStore & DecisionLists & DecisionsOfThePast;
  readonly proposals: ProposalStore;
  readonly pastModels: PastModels;
  readonly range: ReadRange;
}

/** Products that all lists of one request may be asked about together: more would keep other requests waiting. */
const MOST_PRODUCTS_ASKED = 10_000;

/** Scorecards of one request: both lanes for two periods. */
const MOST_SCORECARDS = 4;

/** How long the answer to a change waits for memory to take it in: that it was saved must not be lost with the request's time. */
const MOST_WAITED_MS = 1_000;

/** Counts what the lists of a request are asked about. */
const createTally = (): ((products: number) => void) => {
  let asked = 0;
  return (products) => {
    asked += products;
    // What asks about none may look at the shop all the same.
    if (products > 0 && asked > MOST_PRODUCTS_ASKED)
      throw codedError('LIMIT_EXCEEDED', `The lists of one request may be asked about ${String(MOST_PRODUCTS_ASKED)} products together`);
  };
};

/** Counts the scorecards of a request: each may look through years. */
const createScorecardTally = (): (() => void) => {
  let asked = 0;
  return () => {
    asked += 1;
    if (asked > MOST_SCORECARDS) throw codedError('LIMIT_EXCEEDED', `One request may ask for ${String(MOST_SCORECARDS)} scorecards`);
  };
};

/** Adds to a request what resolvers need: fresh loaders, one snapshot. */
export const createRequestContext = (base: BaseRequestContext, shop: ShopAccess): RequestContext => {
  const count = createTally();
  const countScorecard = createScorecardTally();
  let lanes: PersonalDependencies | null = null;
  return {
    ...base,
    lanes: (products) => {
      count(products);
      return (lanes ??= lanesOf(base, shop));
    },
    proposals: (pairs) => {
      count(pairs);
      return proposalsOf(base, shop);
    },
    replay: (products) => {
      count(products);
      return replayOf(base, shop);
    },
    facts: shop.facts,
    profiles: shop.profiles,
    erasures: shop.erasures,
    decisions: shop.decisions,
    finder: shop.finder,
    copyWriter: shop.copyWriter,
    scorecards: () => {
      countScorecard();
      return shop.scorecards;
    },
    settings: shop.settings,
    recorder: shop.recorder,
    newId: shop.newId,
    refresh: async () => {
      const taken = shop.snapshots.refresh().catch((error: unknown) => base.logFault(error, { unreadable: 'decisions' }));
      await waitAtMost(MOST_WAITED_MS, taken);
      // Whatever else the request asks for is answered by what is in force now.
      lanes = null;
    },
  };
};
