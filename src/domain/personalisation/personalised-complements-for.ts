import { complementsFor, decideComplements, serveComplements, type ComplementList, type ComplementsRequest } from '../cross-sell/complements-for.js';
import { policyFor } from '../merchandising/policy-for.js';
import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import { inSlotOrder } from '../ranking/order.js';
import { mayNotPersonalise, neverPersonalised } from '../ranking/rule-selection.js';
import { ownerOf, type Candidate } from '../ranking/candidate.js';
import { scaled } from '../ranking/stand-in.js';
import { loadCustomer } from './customer-state.js';
import type { PersonalDependencies } from './picks-for.js';
import type { BehaviourProfile } from './profile.js';
import { takePart } from './take-part.js';

/** How far the strongest interest can lift a score: at most threefold, so that evidence still counts. */
const STRONGEST_LIFT = 2;

/** How much a customer cares about a product's leaf category and brand, 0 to 1 relative to their strongest interest. */
const interestIn = ({ product }: Candidate, profile: BehaviourProfile): number => {
  const share = (weights: BehaviourProfile['categories'], id: string | null | undefined): number => {
    const weight = weights.find((facet) => facet.id === id)?.weight ?? 0;
    return weight === 0 ? 0 : weight / (weights[0]?.weight ?? 1);
  };
  return Math.max(share(profile.categories, product.categoryPath.at(-1)), share(profile.brands, product.brand) / 2);
};

/** What people placed stays where they placed it; the rest moves by interest within its source. */
const rerank = (
  candidates: readonly Candidate[],
  profile: BehaviourProfile,
  rules: readonly ApplicableRule[],
): readonly Candidate[] =>
  candidates
    .map((candidate) => {
      if (ownerOf(candidate.source) === 'human' || mayNotPersonalise(candidate.product, rules)) return candidate;
      const interest = interestIn(candidate, profile);
      return interest === 0
        ? candidate
        : { ...scaled(candidate, 1 + STRONGEST_LIFT * interest), personalised: true };
    })
    .toSorted(inSlotOrder);

/**
 * Cross-sell in a customer's order of interest: the same products that `complementsFor` may show. Left as it is, name included, without
 * consent, in the holdout of either lane, without history, wherever a NEVER_PERSONALISE rule of either lane covers the anchor, and where
 * nothing of it interests the customer.
 */
export const personalisedComplementsFor = async (
  request: ComplementsRequest & { readonly customerId: string },
  dependencies: PersonalDependencies,
): Promise<ComplementList> => {
  const { snapshot, reader, now, settings } = dependencies;
  // Interest moves nothing among required companions: such a visit is no part of what personalisation is judged by.
  if (request.arm === 'HOLDOUT') return complementsFor(request, dependencies);
  const [customer, decided] = await Promise.all([
    loadCustomer(request.customerId, reader, settings),
    decideComplements(request, dependencies),
  ]);
  const query = { placement: request.placement, subjects: decided.anchors.known, now };
  const rules = [
    ...snapshot.rules.withoutShopWide({ ...query, lane: 'CROSS_SELL' }),
    ...snapshot.rules.withoutShopWide({ ...query, lane: 'PERSONALISATION' }),
  ];
  const { autopilot } = policyFor(snapshot, 'CROSS_SELL', request.placement);
  const reason = takePart(customer, { neverPersonalise: neverPersonalised(rules), autopilot }, dependencies);
  if (reason !== 'PERSONALISED' || customer.profile === null) return serveComplements(request, decided, dependencies);
  const candidates = rerank(decided.candidates, customer.profile, rules);
  const isMoved = candidates.some(({ personalised }) => personalised);
  return serveComplements(request, decided, dependencies, isMoved ? { customerId: request.customerId, candidates } : null);
};
