import type { PlacementPolicy } from '../merchandising/policy.js';
import type { PersonalSurface } from '../merchandising/rule.js';
import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import { propose, type Proposal } from '../ranking/candidate.js';
import { proposeFromRules } from '../ranking/propose-from-rules.js';
import { proposePopular } from '../ranking/propose-popular.js';
import type { SimilarProducts } from '../serving/similar-products.js';
import type { Snapshot } from '../serving/snapshot.js';
import type { BehaviourProfile } from './profile.js';
import { findSuiting } from './rerank-search.js';
import { scorePicks } from './score-picks.js';
import type { SurfaceContext } from './surface-context.js';

/** All that picks are proposed from. */
export interface PickScene {
  readonly surface: PersonalSurface;
  readonly context: SurfaceContext;
  /** Null when the list may not be personal. */
  readonly profile: BehaviourProfile | null;
  readonly similarity: ReadonlyMap<string, SimilarProducts>;
  readonly policy: PlacementPolicy;
  readonly rules: readonly ApplicableRule[];
  readonly snapshot: Snapshot;
  readonly now: Date;
}

/** Under APPROVED_ONLY nothing learned about pairs of products that nobody approved chooses or moves anything. */
const NO_PAIRS: PickScene['similarity'] = new Map();

/**
 * What everybody wants competes with what suits the customer where popularity may fill what is left open, and for customers with purchases: what
 * only looked around is told by its interest. It moves nothing in a search, whose order is its own.
 */
const wantedBy = ({ surface, profile, policy, snapshot }: PickScene): readonly string[] =>
  surface !== 'SEARCH' && policy.fallback && profile?.products.some(({ purchases }) => purchases > 0) === true ? snapshot.demand.mostWanted : [];

const personal = (scene: PickScene): readonly Proposal[] => {
  const { surface, profile, similarity, context, snapshot, policy, now } = scene;
  if (profile === null || policy.autopilot === 'CURATED_ONLY') return [];
  return scorePicks({
    profile,
    similarity: policy.autopilot === 'ASSIST' ? similarity : NO_PAIRS,
    popularity: snapshot.popularity,
    demand: snapshot.demand,
    wantedIds: wantedBy(scene),
    viewedId: context.productId,
    categoryPaths: snapshot.categoryPaths,
    withinCategory: surface === 'CATEGORY' ? context.categoryId : null,
    now,
  });
};

/** What everybody gets. A list without anything personal is made of it, so that the fallback switch only stops it from filling up personal ones. */
const popular = ({ surface, context, policy, snapshot }: PickScene, isPersonal: boolean): readonly Proposal[] => {
  if (policy.autopilot === 'CURATED_ONLY' || (isPersonal && !policy.fallback)) return [];
  const category = surface === 'CATEGORY' ? (context.categoryId ?? '') : '';
  // Where nothing is known of a category, what the whole shop shows may still lie in it.
  return proposePopular(snapshot.popularity.get(category) ?? snapshot.popularity.get(''));
};

/** SEARCH: the given candidates and nothing else; rules may still move or hide them. */
const searched = (scene: PickScene): readonly Proposal[] => {
  const { context } = scene;
  const asGiven = context.candidateIds.map((productId, index) =>
    propose({ productId, source: 'POPULAR', score: context.candidateIds.length - index }),
  );
  const given = new Set(context.candidateIds);
  const curated = proposeFromRules(scene.rules, scene.snapshot.ruleProducts).filter(({ productId }) => given.has(productId));
  return [...curated, ...asGiven, ...findSuiting(asGiven, personal(scene))];
};

/** Everything proposed for a list of picks: people's rules first, then what suits the customer, then what everybody gets. */
export const proposePicks = (scene: PickScene): readonly Proposal[] => {
  if (scene.surface === 'SEARCH') return searched(scene);
  const suiting = personal(scene);
  const isPersonal = suiting.some(({ personalised }) => personalised);
  return proposeFromRules(scene.rules, scene.snapshot.ruleProducts).concat(suiting, popular(scene, isPersonal));
};
