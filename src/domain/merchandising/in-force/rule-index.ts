import type { ProductFacts } from '../../catalogue/product.js';
import { byPrecedence } from './rule-order.js';
import { createRulePostings, type PostedRule, type RankedRule } from './rule-postings.js';
import { isActive } from './rule-window.js';
import type { Lane, MerchandisingRule } from '../rule.js';
import { selects } from '../select.js';

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

/**
 * Finds the rules in force for a query, highest priority first, ties by id. A rule with `when` needs a subject that matches; one without
 * needs none. A shop may have thousands of shop-wide rules, which move or hide some product wherever it turns up (`isShopWide`); they are
 * found by the products of a list, so that a list pays for those that concern it and for no other.
 */
export interface RuleIndex {
  /** All rules in force: `withoutShopWide` and every shop-wide rule. */
  applicable(query: RuleQuery): readonly ApplicableRule[];
  /** The rules in force but the shop-wide ones: all that is needed before the products of a list are known. */
  withoutShopWide(query: RuleQuery): readonly ApplicableRule[];
  /** The shop-wide rules in force that select any of these products. */
  shopWide(query: RuleQuery, products: Iterable<ProductFacts>): readonly ApplicableRule[];
  /** Every approved rule of both lanes in the same order, also those whose time is over or still to come. */
  approved(): readonly MerchandisingRule[];
  /** The next instant after this one at which a rule comes into force or its time is over; null when there is none. */
  nextEdge(after: Date): Date | null;
}

/** Whether a rule moves or hides products wherever they turn up in its placements, whatever the list is made for. */
export const isShopWide = ({ action, when, then }: MerchandisingRule): boolean =>
  when === null && then !== null && then.maxPriceRatio === null && (action === 'BOOST' || action === 'BURY' || action === 'EXCLUDE');

const inForce = (rule: MerchandisingRule, { placement, now }: RuleQuery): boolean =>
  (rule.placements.length === 0 || rule.placements.includes(placement)) && isActive(rule, now);

interface Match extends RankedRule {
  readonly subjects: ProductFacts[];
}

const toApplicable = (matches: Iterable<Match>): readonly ApplicableRule[] =>
  [...matches].sort((a, b) => a.rank - b.rank).map(({ rule, subjects }) => ({ rule, subjects }));

const posted = (rules: readonly RankedRule[], part: 'when' | 'then'): readonly PostedRule[] =>
  rules.flatMap(({ rank, rule }) => {
    const selector = rule[part];
    return selector === null ? [] : [{ rank, rule, selector }];
  });

/** By halving: every list asks, and a shop may have thousands of windows. */
const nextEdgeAmong = (rules: readonly MerchandisingRule[]): RuleIndex['nextEdge'] => {
  const edges = rules.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil].flatMap((edge) => edge?.getTime() ?? []));
  const sorted = Float64Array.from(new Set(edges)).sort();
  return (after) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? Infinity) > after.getTime()) high = middle;
      else low = middle + 1;
    }
    const next = sorted[low];
    return next === undefined ? null : new Date(next);
  };
};

/** The rules of one lane. */
const createLaneIndex = (rules: readonly RankedRule[]) => {
  const shopWide = rules.filter(({ rule }) => isShopWide(rule));
  const unconditional = rules.filter(({ rule }) => rule.when === null && !isShopWide(rule));
  const byWhen = createRulePostings(posted(rules, 'when'));
  const byThen = createRulePostings(posted(shopWide, 'then'));

  const unconditionalIn = (ranked: readonly RankedRule[], query: RuleQuery): readonly Match[] =>
    ranked.filter(({ rule }) => inForce(rule, query)).map((one) => ({ ...one, subjects: [] }));

  const conditional = (query: RuleQuery): Iterable<Match> => {
    const matches = new Map<number, Match>();
    for (const subject of query.subjects) {
      for (const { rank, rule, selector } of byWhen.mayMatch(subject)) {
        if (!inForce(rule, query) || !selects(selector, subject, null, null)) continue;
        const match = matches.get(rank);
        if (match === undefined) matches.set(rank, { rank, rule, subjects: [subject] });
        else match.subjects.push(subject);
      }
    }
    return matches.values();
  };

  return {
    applicable: (query: RuleQuery) =>
      toApplicable([...unconditionalIn(unconditional, query), ...unconditionalIn(shopWide, query), ...conditional(query)]),
    withoutShopWide: (query: RuleQuery) => toApplicable([...unconditionalIn(unconditional, query), ...conditional(query)]),
    shopWide: (query: RuleQuery, products: Iterable<ProductFacts>) => {
      if (shopWide.length === 0) return [];
      const matches = new Map<number, Match>();
      for (const product of products) {
        for (const { rank, rule, selector } of byThen.mayMatch(product)) {
          if (!matches.has(rank) && inForce(rule, query) && selects(selector, product, null, null))
            matches.set(rank, { rank, rule, subjects: [] });
        }
      }
      return toApplicable(matches.values());
    },
  };
};

/** An index over all rules of a shop, whatever their lane and state; made once for each revision of the rules. */
export const createRuleIndex = (rules: readonly MerchandisingRule[]): RuleIndex => {
  const approved = rules.filter((rule) => rule.state === 'APPROVED').sort(byPrecedence);
  const ranked = approved.map((rule, rank): RankedRule => ({ rank, rule }));
  const ofLane = (lane: Lane) => createLaneIndex(ranked.filter(({ rule }) => rule.lane === lane));
  const byLane = { CROSS_SELL: ofLane('CROSS_SELL'), PERSONALISATION: ofLane('PERSONALISATION') } satisfies Record<Lane, unknown>;
  return {
    applicable: (query) => byLane[query.lane].applicable(query),
    withoutShopWide: (query) => byLane[query.lane].withoutShopWide(query),
    shopWide: (query, products) => byLane[query.lane].shopWide(query, products),
    approved: () => approved,
    nextEdge: nextEdgeAmong(approved),
  };
};
