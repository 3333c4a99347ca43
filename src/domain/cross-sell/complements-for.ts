import { familyOf } from '../catalogue/product.js';
import type { MeasurementArm } from '../measurement/arm.js';
import { policyFor } from '../merchandising/policy-for.js';
import type { PlacementPolicy } from '../merchandising/policy.js';
import type { CrossSellPlacement } from '../merchandising/rule.js';
import type { ApplicableRule, RuleQuery } from '../merchandising/in-force/rule-index.js';
import { measuredAgainst, rulesBeforeProducts, rulesForProducts } from '../merchandising/in-force/rules-in-force.js';
import type { Candidate, Proposal } from '../ranking/candidate.js';
import { keepCompanions } from '../ranking/companions.js';
import { decideList } from '../ranking/decide-list.js';
import type { ListPosition } from '../ranking/cursor.js';
import type { RecommendationFilter } from '../ranking/filter.js';
import { proposeFromRules } from '../ranking/propose-from-rules.js';
import { proposePopular } from '../ranking/propose-popular.js';
import type { ServingReader } from '../serving/reader.js';
import { hasSales, type Snapshot } from '../serving/snapshot.js';
import { pageOf, type ServedList } from '../serving/served-list.js';
import { loadAnchors, type Anchors } from './anchors.js';
import { dismissedFor, proposeApprovedPairs, proposeLearnedPairs } from './propose-pairs.js';
import { proposeSharedTraits } from './propose-shared-traits.js';

/** What complements are asked for. */
export interface ComplementsRequest {
  readonly placement: CrossSellPlacement;
  /** The product or basket they must go with, without repeats. */
  readonly anchorIds: readonly string[];
  readonly excludeIds: readonly string[];
  readonly filter: RecommendationFilter | null;
  /** Of the visit: in the holdout only required companions are shown. */
  readonly arm: MeasurementArm;
  readonly first: number;
  readonly position: ListPosition;
}

/** What every use case of a lane works with. */
export interface LaneDependencies {
  readonly snapshot: Snapshot;
  readonly reader: ServingReader;
  readonly now: Date;
  readonly idSalt: string;
}

/** A served list of complements. */
export interface ComplementList extends ServedList {
  /** Anchors that the catalogue does not know. */
  readonly unknownIds: readonly string[];
}

/** Complements in slot order, before slots and pages. */
export interface DecidedComplements {
  readonly candidates: readonly Candidate[];
  readonly proposed: number;
  readonly policy: PlacementPolicy;
  readonly anchors: Anchors;
}

/** Where so many pairs were learned, nobody needs more than these. */
const ENOUGH_PAIRS = 20;

/** More than a page shows: those that turn out to be of an anchor's group leave the list. */
const MOST_SHARING = 40;

/** Everything that is proposed: what people decided, what was learned, and what everybody buys. */
const proposalsFor = (
  anchors: Anchors,
  rules: readonly ApplicableRule[],
  { autopilot, fallback }: PlacementPolicy,
  { snapshot, reader }: Pick<LaneDependencies, 'snapshot' | 'reader'>,
): readonly Proposal[] => {
  if (anchors.known.length === 0) return [];
  const dismissed = dismissedFor(anchors.ids, anchors.pairs);
  // While nobody can say which pairs were dismissed, none that was learned is shown.
  const mayLearn = autopilot === 'ASSIST' && !reader.unreadable.has('decided_pairs');
  const pairs = mayLearn ? proposeLearnedPairs([...anchors.stats.values()], dismissed, snapshot.model) : [];
  // Without the catalogue an anchor's title is its id, and says nothing.
  const mayShare = mayLearn && pairs.length < ENOUGH_PAIRS && !reader.unreadable.has('catalogue');
  const sharing = mayShare ? proposeSharedTraits(anchors.known, snapshot.traits, dismissed, MOST_SHARING) : [];
  const popular = fallback && autopilot !== 'CURATED_ONLY' ? proposePopular(snapshot.popularity.get('')) : [];
  return proposeFromRules(rules, snapshot.ruleProducts).concat(
    proposeApprovedPairs(anchors.ids, anchors.stats, anchors.pairs, snapshot.model),
    pairs,
    sharing,
    dismissed.size === 0 ? popular : popular.filter(({ productId }) => !dismissed.has(productId)),
  );
};

/** Decides which complements may be shown and in which order: the order of decision of the cross-sell lane. */
export const decideComplements = async (
  request: ComplementsRequest,
  { snapshot, reader, now }: LaneDependencies,
): Promise<DecidedComplements> => {
  const anchors = await loadAnchors(request.anchorIds, reader);
  const policy = policyFor(snapshot, 'CROSS_SELL', request.placement);
  const query: RuleQuery = { lane: 'CROSS_SELL', placement: request.placement, subjects: anchors.known, now };
  const rules = measuredAgainst(anchors.known, rulesBeforeProducts(snapshot.rules, query));
  const proposals = proposalsFor(anchors, rules, policy, { snapshot, reader });
  const products = await reader.products(proposals.map(({ productId }) => productId));
  const candidates = decideList(proposals, products, {
    hiddenIds: new Set([...request.anchorIds, ...request.excludeIds]),
    hiddenFamilies: new Set(anchors.known.map(familyOf)),
    anchorGroups: anchors.groups,
    filter: request.filter,
    withinCategory: null,
    rules: rulesForProducts(snapshot.rules, query, rules, products),
    diversity: policy.diversity,
  });
  return { candidates, proposed: proposals.length, policy, anchors };
};

/** The holdout is shown what the treatment is shown, without what is being measured. */
const inArm = (arm: MeasurementArm, candidates: readonly Candidate[]): readonly Candidate[] =>
  arm === 'HOLDOUT' ? keepCompanions(candidates) : candidates;

/** Complements in a customer's own order. */
export interface OwnOrder {
  readonly customerId: string;
  readonly candidates: readonly Candidate[];
}

/** The page of decided complements that a request asks for: in everybody's order, or in a customer's own. */
export const serveComplements = (
  request: ComplementsRequest,
  decided: DecidedComplements,
  { snapshot, reader, idSalt }: LaneDependencies,
  own: OwnOrder | null = null,
): ComplementList => ({
  ...pageOf(
    {
      lane: 'CROSS_SELL',
      customerId: own?.customerId ?? null,
      arm: request.arm,
      question: {
        placement: request.placement,
        anchors: request.anchorIds.toSorted(),
        exclude: request.excludeIds.toSorted(),
        filter: request.filter,
      },
      candidates: inArm(request.arm, own?.candidates ?? decided.candidates),
      judged: decided.candidates,
      proposed: decided.proposed,
      knownAnchors: decided.anchors.known.length,
      policy: decided.policy,
      anchorGroups: decided.anchors.groups,
      becauses: new Map(decided.anchors.known.map((anchor) => [anchor.id, anchor])),
      modelVersion: snapshot.model?.version ?? null,
      fallback: hasSales(snapshot) ? 'SALES' : 'RANGE',
      first: request.first,
      position: request.position,
      idSalt,
    },
    reader.unreadable,
  ),
  unknownIds: decided.anchors.unknownIds,
});

/**
 * What goes with a product or a basket: the same for every shopper of an arm, whoever asks. Throws LaneUnavailable only when there is
 * nothing to show because something could not be read.
 */
export const complementsFor = async (
  request: ComplementsRequest,
  dependencies: LaneDependencies,
): Promise<ComplementList> => serveComplements(request, await decideComplements(request, dependencies), dependencies);
