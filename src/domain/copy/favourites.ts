import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import type { BehaviourProfile, FacetWeight } from '../personalisation/profile.js';

/**
 * The least share of a customer's interest that makes a category or brand a favourite. At a fifth, a customer has five favourites side by side
 * at most, and a stray look among many does not make one; whoever has looked at one thing only has that as their favourite, which is all
 * that is known of them.
 */
export const FAVOURITE_SHARE = 0.2;

/** What a customer is drawn to. */
export interface Favourites {
  /** Share of the customer's interest, FAVOURITE_SHARE to 1, by category id; a category holds the interest in its descendants. */
  readonly categories: ReadonlyMap<string, number>;
  /** The same by brand. */
  readonly brands: ReadonlyMap<string, number>;
}

type Paths = ReadonlyMap<string, readonly string[]>;

const sum = (facets: readonly FacetWeight[]): number => facets.reduce((total, { weight }) => total + weight, 0);

/**
 * The interest of a customer as a whole: that in the top-level categories, which every product with a category counts for once. Brands are
 * measured against the same, so that the only product with a brand among a hundred does not make its brand a favourite; only in a shop without
 * categories they are measured against themselves.
 */
const interestOf = ({ categories, brands }: BehaviourProfile, paths: Paths): number =>
  Math.max(sum(categories.filter(({ id }) => (paths.get(id)?.length ?? 1) === 1)), sum(brands));

const sharesOf = (facets: readonly FacetWeight[], all: number): ReadonlyMap<string, number> =>
  new Map(facets.map(({ id, weight }) => [id, Math.min(1, weight / all)] as const).filter(([, share]) => share >= FAVOURITE_SHARE));

/** What NEVER_PERSONALISE rules name: nobody is told that the shop knows of an interest in it. */
const namedIn = (rules: readonly ApplicableRule[], part: 'categoryIds' | 'brands'): ReadonlySet<string> =>
  new Set(rules.flatMap(({ rule }) => (rule.action === 'NEVER_PERSONALISE' ? (rule.then?.[part] ?? []) : [])));

/**
 * A customer's favourite categories and brands. What a NEVER_PERSONALISE rule in force names, and the categories below it, are nobody's
 * favourites.
 */
export const favouritesOf = (profile: BehaviourProfile, paths: Paths, rules: readonly ApplicableRule[]): Favourites => {
  const all = interestOf(profile, paths);
  const exemptCategories = namedIn(rules, 'categoryIds');
  const exemptBrands = namedIn(rules, 'brands');
  const isOpen = ({ id }: FacetWeight): boolean => ![id, ...(paths.get(id) ?? [])].some((above) => exemptCategories.has(above));
  return {
    categories: sharesOf(profile.categories.filter(isOpen), all),
    brands: sharesOf(profile.brands.filter(({ id }) => !exemptBrands.has(id)), all),
  };
};
