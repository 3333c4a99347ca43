import type { ProductFacts } from '../catalogue/product.js';
import type { ApplicableRule, RuleIndex, RuleQuery } from './rule-index.js';

/** What a merchandiser hides without naming a place is hidden everywhere, whichever lane the rule was written for. */
const isShared = ({ rule }: ApplicableRule): boolean =>
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

/** The rules in force for a list: those of its lane, and the exclusions that both lanes share. */
export const rulesInForce = (index: RuleIndex, query: RuleQuery): readonly ApplicableRule[] => {
  const otherLane = query.lane === 'CROSS_SELL' ? 'PERSONALISATION' : 'CROSS_SELL';
  return [...index.applicable(query), ...index.applicable({ ...query, lane: otherLane, subjects: [] }).filter(isShared)];
};
