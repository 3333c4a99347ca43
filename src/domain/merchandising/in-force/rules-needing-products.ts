import type { MerchandisingRule, ProductSelector, RuleAction } from '../rule.js';

/** A rule whose products must be looked up in the catalogue by attribute. */
export interface CandidateSelector {
  readonly ruleId: string;
  readonly selector: ProductSelector;
}

const PROPOSING: ReadonlySet<RuleAction> = new Set<RuleAction>(['REQUIRE', 'PIN', 'RECOMMEND']);

/**
 * The rules that propose products (REQUIRE, PIN, RECOMMEND) without naming them by id, in the order given: their selectors need a
 * catalogue query. Where ids are named, the other parts only filter them and nothing is looked up.
 */
export const candidateSelectors = (rules: readonly Pick<MerchandisingRule, 'id' | 'action' | 'then'>[]): readonly CandidateSelector[] =>
  rules.flatMap(({ id, action, then }) =>
    PROPOSING.has(action) && then !== null && then.productIds.length === 0 ? [{ ruleId: id, selector: then }] : [],
  );
