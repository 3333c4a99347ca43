import { familyOf, type ProductFacts } from '../catalogue/product.js';
import { copyOf, NO_COPY } from '../copy/copy-of.js';
import type { CopyVariant } from '../copy/copy-variant.js';
import type { LaneDependencies } from '../cross-sell/complements-for.js';
import { policyFor } from '../merchandising/policy-for.js';
import type { PlacementPolicy } from '../merchandising/policy.js';
import type { PersonalSurface } from '../merchandising/rule.js';
import type { ApplicableRule, RuleQuery } from '../merchandising/in-force/rule-index.js';
import { rulesBeforeProducts, rulesForProducts } from '../merchandising/in-force/rules-in-force.js';
import type { Proposal } from '../ranking/candidate.js';
import type { ListPosition } from '../ranking/cursor.js';
import { decideList } from '../ranking/decide-list.js';
import type { RecommendationFilter } from '../ranking/filter.js';
import type { SimilarProducts } from '../serving/similar-products.js';
import { hasSales } from '../serving/snapshot.js';
import { neverPersonalised } from '../ranking/rule-selection.js';
import { pageOf, type ServedList } from '../serving/served-list.js';
import type { PersonalisationReason } from './arm.js';
import { loadCustomer, type CustomerState, type PersonalisationSettings } from './customer-state.js';
import type { BehaviourProfile } from './profile.js';
import { seedIdsOf } from './pick-seeds.js';
import { proposePicks } from './propose-picks.js';
import { subjectsOf, type SurfaceContext } from './surface-context.js';
import { takePart, type ComparisonNotes } from './take-part.js';

/** What picks are asked for. */
export interface PicksRequest {
  readonly customerId: string;
  readonly surface: PersonalSurface;
  readonly context: SurfaceContext;
  readonly excludeIds: readonly string[];
  readonly filter: RecommendationFilter | null;
  readonly first: number;
  readonly position: ListPosition;
}

/** What the personalisation lane works with. */
export interface PersonalDependencies extends LaneDependencies, ComparisonNotes {
  readonly settings: PersonalisationSettings;
}

/** A served list of picks. */
export interface PickList extends ServedList {
  /** The approved texts for this customer, by product id; empty where the list is not personal. */
  readonly copy: ReadonlyMap<string, CopyVariant>;
  readonly personalisation: { readonly applied: boolean; readonly reason: PersonalisationReason };
}

interface Scene {
  readonly viewed: ReadonlyMap<string, ProductFacts>;
  readonly customer: CustomerState;
  readonly policy: PlacementPolicy;
  readonly query: RuleQuery;
  /** Those that are known before the products of the list are. */
  readonly rules: readonly ApplicableRule[];
  readonly reason: PersonalisationReason;
}

/** Reads the customer and what the page shows, and decides the arm before anything is chosen. */
const setScene = async (request: PicksRequest, dependencies: PersonalDependencies): Promise<Scene> => {
  const { snapshot, reader, now, settings } = dependencies;
  const { surface, context } = request;
  const [customer, viewed] = await Promise.all([
    loadCustomer(request.customerId, reader, settings),
    reader.products(context.productId === null ? [] : [context.productId]),
  ]);
  const policy = policyFor(snapshot, 'PERSONALISATION', surface);
  const subjects = subjectsOf(surface, context, viewed, snapshot.categoryPaths);
  const query: RuleQuery = { lane: 'PERSONALISATION', placement: surface, subjects, now };
  const rules = rulesBeforeProducts(snapshot.rules, query);
  const reason = takePart(customer, { neverPersonalise: neverPersonalised(rules), autopilot: policy.autopilot }, dependencies);
  return { viewed, customer, policy, query, rules, reason };
};

/** The product being viewed, what the caller excludes, and what the customer asked to see less of. */
const hiddenIdsOf = (
  { surface, context, excludeIds }: PicksRequest,
  profile: BehaviourProfile | null,
): ReadonlySet<string> =>
  new Set([
    ...excludeIds,
    ...(surface === 'PRODUCT_PAGE' && context.productId !== null ? [context.productId] : []),
    ...(profile?.products ?? []).filter(({ notInterested }) => notInterested).map(({ productId }) => productId),
  ]);

const loadSimilarity = async (
  request: PicksRequest,
  { customer, reason }: Scene,
  { reader }: PersonalDependencies,
): Promise<ReadonlyMap<string, SimilarProducts>> =>
  reader.similarity(
    reason === 'PERSONALISED' && customer.profile !== null ? seedIdsOf(customer.profile, request.context.productId) : [],
  );

/** The products of a list and those that are the reasons for them. */
const idsOf = (proposals: readonly Proposal[]): readonly string[] => {
  const ids = proposals.map(({ productId }) => productId);
  const reasons = new Set<string>();
  for (const { becauseId } of proposals) if (becauseId !== null) reasons.add(becauseId);
  for (const id of reasons) ids.push(id);
  return ids;
};

/**
 * What suits a customer on a surface. Whether it may be personal is decided first; if not, the list is a full one that is the same for
 * everybody. Throws LaneUnavailable only when there is nothing to show because something could not be read.
 */
export const picksFor = async (request: PicksRequest, dependencies: PersonalDependencies): Promise<PickList> => {
  const { snapshot, reader, now, idSalt } = dependencies;
  const scene = await setScene(request, dependencies);
  const similarity = await loadSimilarity(request, scene, dependencies);
  const profile = scene.reason === 'PERSONALISED' ? scene.customer.profile : null;
  const proposals: readonly Proposal[] = proposePicks({ ...request, ...scene, profile, similarity, snapshot, now });
  const products = await reader.products(idsOf(proposals));
  const candidates = decideList(proposals, products, {
    hiddenIds: hiddenIdsOf(request, profile),
    hiddenFamilies: new Set(request.surface === 'PRODUCT_PAGE' ? [...scene.viewed.values()].map(familyOf) : []),
    filter: request.filter,
    withinCategory: request.surface === 'CATEGORY' ? request.context.categoryId : null,
    rules: rulesForProducts(snapshot.rules, scene.query, scene.rules, products),
    diversity: scene.policy.diversity,
  });
  const list = pageOf(
    {
      lane: 'PERSONALISATION',
      customerId: profile === null ? null : request.customerId,
      arm: 'TREATMENT',
      question: {
        surface: request.surface,
        context: request.context,
        exclude: request.excludeIds.toSorted(),
        filter: request.filter,
        reason: scene.reason,
      },
      candidates,
      judged: candidates,
      proposed: proposals.length,
      knownAnchors: null,
      policy: scene.policy,
      becauses: scene.viewed.size === 0 ? products : new Map([...products, ...scene.viewed]),
      modelVersion: snapshot.model?.version ?? null,
      fallback: request.surface === 'SEARCH' ? 'SEARCH' : hasSales(snapshot) ? 'SALES' : 'RANGE',
      first: request.first,
      position: request.position,
      idSalt,
    },
    reader.unreadable,
  );
  const shown = list.slots.map(({ candidate }) => candidate.product);
  const copy = profile === null ? NO_COPY : copyOf(shown, { profile, snapshot, rules: scene.rules });
  return { ...list, copy, personalisation: { applied: scene.reason === 'PERSONALISED', reason: scene.reason } };
};
