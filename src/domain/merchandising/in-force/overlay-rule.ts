import { createRuleIndex, type ApplicableRule, type RuleIndex } from './rule-index.js';
import { byPrecedence } from './rule-order.js';
import type { MerchandisingRule } from '../rule.js';

/** A sorted list with one more entry, at its place in the order of precedence. */
const withEntry = <T>(sorted: readonly T[], entry: T, ruleOf: (entry: T) => MerchandisingRule): readonly T[] => {
  const at = sorted.findIndex((other) => byPrecedence(ruleOf(entry), ruleOf(other)) < 0);
  return at === -1 ? [...sorted, entry] : sorted.toSpliced(at, 0, entry);
};

const ruleOfApplicable = ({ rule }: ApplicableRule): MerchandisingRule => rule;

/**
 * Answers as an index over the same rules would if the draft were approved, whatever its state, and the rule that it replaces (also the
 * one with its own id) were gone. The base index is asked and never built again.
 */
export const overlayRule = (index: RuleIndex, draft: MerchandisingRule, replaces: string | null): RuleIndex => {
  const drafted = createRuleIndex([{ ...draft, state: 'APPROVED' }]);
  const stands = ({ id }: MerchandisingRule): boolean => id !== replaces && id !== draft.id;
  const overlaid = (others: readonly ApplicableRule[], own: readonly ApplicableRule[]): readonly ApplicableRule[] =>
    own.reduce<readonly ApplicableRule[]>(
      (list, entry) => withEntry(list, entry, ruleOfApplicable),
      others.filter(({ rule }) => stands(rule)),
    );
  return {
    applicable: (query) => overlaid(index.applicable(query), drafted.applicable(query)),
    withoutShopWide: (query) => overlaid(index.withoutShopWide(query), drafted.withoutShopWide(query)),
    shopWide: (query, products) => {
      const all = [...products];
      return overlaid(index.shopWide(query, all), drafted.shopWide(query, all));
    },
    nextEdge: (after) => {
      // The rule that the draft replaces may still be counted: an edge too many is no mistake.
      const edges = [index.nextEdge(after), drafted.nextEdge(after)].flatMap((edge) => edge ?? []);
      return edges.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
    },
    approved: () =>
      drafted.approved().reduce<readonly MerchandisingRule[]>(
        (others, own) => withEntry(others, own, (rule) => rule),
        index.approved().filter(stands),
      ),
  };
};
