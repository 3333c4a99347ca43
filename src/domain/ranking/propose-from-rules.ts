import type { MerchandisingRule, RuleAction } from '../merchandising/rule.js';
import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import { propose, type Candidate, type ListStep, type Proposal, type RecommendationSource } from './candidate.js';
import { ruleSelects } from './rule-selection.js';

const SOURCE_OF: Partial<Readonly<Record<RuleAction, RecommendationSource>>> = {
  REQUIRE: 'REQUIRED_COMPANION',
  PIN: 'PINNED',
  RECOMMEND: 'RULE',
};

/** Products a rule names by id, or those its selector found in the catalogue. */
const productsOf = (rule: MerchandisingRule, ruleProducts: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const named = rule.then?.productIds ?? [];
  return named.length > 0 ? named : (ruleProducts.get(rule.id) ?? []);
};

/** What REQUIRE, PIN and RECOMMEND rules propose; the rules' order (priority, then id) is the order within a source. */
export const proposeFromRules = (
  rules: readonly ApplicableRule[],
  ruleProducts: ReadonlyMap<string, readonly string[]>,
): readonly Proposal[] => {
  const proposals = rules.flatMap(({ rule, subjects }) => {
    const source = SOURCE_OF[rule.action];
    if (source === undefined) return [];
    return productsOf(rule, ruleProducts).map((productId) =>
      propose({
        productId,
        source,
        score: 0,
        pinnedSlot: rule.action === 'PIN' ? rule.slot : null,
        quantity: rule.quantity ?? 1,
        rule,
        // A category page is a subject without an id, and no product that anything could be because of.
        becauseId: subjects.find(({ id }) => id !== '')?.id ?? null,
      }),
    );
  });
  return proposals.map((proposal, index) => ({ ...proposal, score: proposals.length - index }));
};

/** Drops what a rule proposed by id although another part of its selector leaves it out. */
export const dropUnselected: ListStep<{ readonly rules: readonly ApplicableRule[] }> = (candidates, { rules }) => {
  if (rules.length === 0) return candidates;
  const byId = new Map(rules.map((applicable) => [applicable.rule.id, applicable]));
  return candidates.filter((candidate: Candidate) => {
    const applicable = candidate.rule === null ? undefined : byId.get(candidate.rule.id);
    return applicable === undefined || SOURCE_OF[applicable.rule.action] === undefined || ruleSelects(applicable, candidate.product);
  });
};
