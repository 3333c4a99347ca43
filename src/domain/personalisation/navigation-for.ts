import { policyFor } from '../merchandising/policy-for.js';
import { neverPersonalised } from '../ranking/rule-selection.js';
import { loadCustomer } from './customer-state.js';
import type { PersonalDependencies } from './picks-for.js';
import type { BehaviourProfile } from './profile.js';
import { takePart } from './take-part.js';

/** A category for a menu, with the customer's share of interest among its siblings, 0 to 1. */
export interface NavigationPick {
  readonly categoryId: string;
  readonly affinity: number;
}

/** What navigation is asked for. */
export interface NavigationRequest {
  readonly customerId: string;
  readonly first: number;
  /** Children of this category; top level when null. */
  readonly under: string | null;
}

const siblingsUnder = (under: string | null, paths: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...paths].filter(([, path]) => (path.at(-2) ?? null) === under).map(([id]) => id);

const sharesOf = (siblings: readonly string[], profile: BehaviourProfile | null): ReadonlyMap<string, number> => {
  const weights = new Map((profile?.categories ?? []).map(({ id, weight }) => [id, weight]));
  const all = siblings.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0);
  return new Map(siblings.map((id) => [id, all === 0 ? 0 : (weights.get(id) ?? 0) / all]));
};

/**
 * Categories in a customer's order of interest; those without interest follow by what sells, and so does the whole list where it may not
 * be personal. A NEVER_PERSONALISE rule that names a category takes its interest and that of the categories below it out.
 */
export const navigationFor = async (
  { customerId, first, under }: NavigationRequest,
  dependencies: PersonalDependencies,
): Promise<readonly NavigationPick[]> => {
  const { snapshot, reader, now, settings } = dependencies;
  const customer = await loadCustomer(customerId, reader, settings);
  const rules = snapshot.rules.withoutShopWide({ lane: 'PERSONALISATION', placement: 'NAVIGATION', subjects: [], now });
  const { autopilot } = policyFor(snapshot, 'PERSONALISATION', 'NAVIGATION');
  const reason = takePart(customer, { neverPersonalise: neverPersonalised(rules), autopilot }, dependencies);
  const exempt = rules.flatMap(({ rule }) => (rule.action === 'NEVER_PERSONALISE' ? (rule.then?.categoryIds ?? []) : []));
  const isExempt = (id: string): boolean => (snapshot.categoryPaths.get(id) ?? []).some((above) => exempt.includes(above));
  const siblings = siblingsUnder(under, snapshot.categoryPaths);
  const profile = reason === 'PERSONALISED' ? customer.profile : null;
  const shares = sharesOf(siblings.filter((id) => !isExempt(id)), profile);
  const sales = (id: string): number => (snapshot.popularity.get(id)?.scores ?? []).reduce((sum, score) => sum + score, 0);
  return siblings
    .map((categoryId) => ({ categoryId, affinity: shares.get(categoryId) ?? 0, sales: sales(categoryId) }))
    .toSorted((a, b) => b.affinity - a.affinity || b.sales - a.sales || (a.categoryId < b.categoryId ? -1 : 1))
    .slice(0, first)
    .map(({ categoryId, affinity }) => ({ categoryId, affinity }));
};
