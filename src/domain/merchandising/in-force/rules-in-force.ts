import type { ProductFacts } from '../../catalogue/product.js';
import { byPrecedence } from './rule-order.js';
import type { Lane, MerchandisingRule } from '../rule.js';
import type { ApplicableRule, RuleIndex, RuleQuery } from './rule-index.js';

/** What a merchandiser hides without naming a place is hidden everywhere, whichever lane the rule was written for. */
export const isSharedExclusion = (rule: Pick<MerchandisingRule, 'action' | 'when' | 'placements'>): boolean =>
  rule.action === 'EXCLUDE' && rule.when === null && rule.placements.length === 0;

/** A rule without `when` that asks for a price relative to the anchor's is measured against all anchors of the list. */
export const measuredAgainst = (
  anchors: readonly ProductFacts[],
  rules: readonly ApplicableRule[],
): readonly ApplicableRule[] =>
  rules.map((applicable) => {
    const { when, then } = applicable.rule;
    return when === null && then !== null && then.maxPriceRatio !== null ? { ...applicable, subjects: anchors } : applicable;
  });

const otherLane = (lane: Lane): Lane => (lane === 'CROSS_SELL' ? 'PERSONALISATION' : 'CROSS_SELL');

/** What the other lane hides in this one too; it has no `when`, so nothing is held against the list's subjects. */
const sharedExclusions = (found: (query: RuleQuery) => readonly ApplicableRule[], query: RuleQuery): readonly ApplicableRule[] =>
  found({ ...query, lane: otherLane(query.lane), subjects: [] }).filter(({ rule }) => isSharedExclusion(rule));

/** The rules in force for a list: those of its lane, and the exclusions that both lanes share. */
export const rulesInForce = (index: RuleIndex, query: RuleQuery): readonly ApplicableRule[] => [
  ...index.applicable(query),
  ...sharedExclusions((of) => index.applicable(of), query),
];

/** The same without the shop-wide rules: all that is needed before the products of a list are known. */
export const rulesBeforeProducts = (index: RuleIndex, query: RuleQuery): readonly ApplicableRule[] => [
  ...index.withoutShopWide(query),
  ...sharedExclusions((of) => index.withoutShopWide(of), query),
];

/**
 * The rules in force for a list with these products: those from before them, and the shop-wide rules that concern any of them. As
 * `rulesInForce`, without the rules that could not change anything.
 */
export const rulesForProducts = (
  index: RuleIndex,
  query: RuleQuery,
  before: readonly ApplicableRule[],
  products: ReadonlyMap<string, ProductFacts>,
): readonly ApplicableRule[] => {
  const shopWide = index.shopWide(query, products.values());
  const shared = sharedExclusions((of) => index.shopWide(of, products.values()), query);
  if (shopWide.length === 0 && shared.length === 0) return before;
  return [...before, ...shopWide, ...shared].sort((a, b) => byPrecedence(a.rule, b.rule));
};
