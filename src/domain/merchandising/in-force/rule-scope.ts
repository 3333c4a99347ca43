import { PLACEMENTS_OF } from '../changing/rule-problems.js';
import { isSharedExclusion } from './rules-in-force.js';
import type { Lane, MerchandisingRule, PersonalSurface, ProductSelector } from '../rule.js';

/** What says where a rule holds. */
export type RuleScope = Pick<MerchandisingRule, 'lane' | 'action' | 'when' | 'placements'>;

/** A category page has nothing but its path: no id, brand, tag or price that a condition could be held against. */
const asksForCategoriesOnly = ({ productIds, brands, tags, minPrice, maxPrice }: ProductSelector): boolean =>
  [...productIds, ...brands, ...tags].length === 0 && minPrice === null && maxPrice === null;

/** Whether a surface has anything that a condition can be held against: the category being browsed, or the product being viewed. */
const hasSubject = (surface: string, when: ProductSelector): boolean => {
  const withSubject: readonly PersonalSurface[] = asksForCategoriesOnly(when) ? ['CATEGORY', 'PRODUCT_PAGE'] : ['PRODUCT_PAGE'];
  return withSubject.some((name) => name === surface);
};

/** Whether a rule can change lists of a lane: its own, and both where it is an exclusion that they share. */
export const touchesLane = (rule: RuleScope, lane: Lane): boolean => rule.lane === lane || isSharedExclusion(rule);

/** The placements or surfaces of a lane where a rule can hold: those it names, else all, without those where its `when` has nothing to match. */
export const placementsOf = (rule: RuleScope, lane: Lane): readonly string[] => {
  if (!touchesLane(rule, lane)) return [];
  const { when, placements } = rule;
  const named = placements.length === 0 ? PLACEMENTS_OF[lane] : placements;
  return lane === 'CROSS_SELL' || when === null ? named : named.filter((surface) => hasSubject(surface, when));
};

const LANES: readonly Lane[] = ['CROSS_SELL', 'PERSONALISATION'];

/** Whether two rules can hold for the same list, as far as lanes and placements go. */
export const shareAPlace = (a: RuleScope, b: RuleScope): boolean =>
  LANES.some((lane) => {
    const held = new Set(placementsOf(b, lane));
    return placementsOf(a, lane).some((placement) => held.has(placement));
  });

/** Whether a rule can hold wherever another can. */
export const holdsWherever = (wide: RuleScope, narrow: RuleScope): boolean =>
  LANES.every((lane) => {
    const held = new Set(placementsOf(wide, lane));
    return placementsOf(narrow, lane).every((placement) => held.has(placement));
  });
