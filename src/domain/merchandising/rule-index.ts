import type { ProductFacts } from '../catalogue/product.js';
import { byPrecedence } from './rule-order.js';
import { createRulePostings, type RankedRule, type RulePostings } from './rule-postings.js';
import { isActive } from './rule-window.js';
import type { Lane, MerchandisingRule } from './rule.js';
import { selects } from './select.js';

/** What a list is made for: the anchors (cross-sell) or the products of the context (personalisation) are its subjects. */
export interface RuleQuery {
  readonly lane: Lane;
  readonly placement: string;
  readonly subjects: readonly ProductFacts[];
  readonly now: Date;
}

/** A rule in force for a query. */
export interface ApplicableRule {
  readonly rule: MerchandisingRule;
  /** The subjects that its `when` matched, in the query's order; empty when it has no `when`. */
  readonly subjects: readonly ProductFacts[];
}

/** Finds the rules in force for a query. */
export interface RuleIndex {
  /** The rules in force, highest priority first, ties by id. A rule with `when` needs a subject that matches; one without needs none. */
  applicable(query: RuleQuery): readonly ApplicableRule[];
}

const inForce = (rule: MerchandisingRule, { placement, now }: RuleQuery): boolean =>
  (rule.placements.length === 0 || rule.placements.includes(placement)) && isActive(rule, now);

interface Match extends RankedRule {
  readonly subjects: ProductFacts[];
}

const collectMatches = (postings: RulePostings, query: RuleQuery): Map<number, Match> => {
  const matches = new Map<number, Match>();
  for (const { rank, rule } of postings.unconditional) if (inForce(rule, query)) matches.set(rank, { rank, rule, subjects: [] });
  for (const subject of query.subjects) {
    for (const { rank, rule, when } of postings.mayMatch(subject)) {
      if (!inForce(rule, query) || !selects(when, subject, null, null)) continue;
      const match = matches.get(rank);
      if (match === undefined) matches.set(rank, { rank, rule, subjects: [subject] });
      else match.subjects.push(subject);
    }
  }
  return matches;
};

/** An index over all rules of a shop, whatever their lane and state; made once for each revision of the rules. */
export const createRuleIndex = (rules: readonly MerchandisingRule[]): RuleIndex => {
  const ranked = rules
    .filter((rule) => rule.state === 'APPROVED')
    .sort(byPrecedence)
    .map((rule, rank): RankedRule => ({ rank, rule }));
  const byLane = {
    CROSS_SELL: createRulePostings(ranked.filter(({ rule }) => rule.lane === 'CROSS_SELL')),
    PERSONALISATION: createRulePostings(ranked.filter(({ rule }) => rule.lane === 'PERSONALISATION')),
  } satisfies Record<Lane, RulePostings>;
  return {
    applicable: (query) =>
      [...collectMatches(byLane[query.lane], query).values()]
        .sort((a, b) => a.rank - b.rank)
        .map(({ rule, subjects }) => ({ rule, subjects })),
  };
};
