import { familyOf, groupOf, type ProductFacts } from '../../src/domain/catalogue/product.js';
import type { ComplementsRequest } from '../../src/domain/cross-sell/complements-for.js';
import { policyFor } from '../../src/domain/merchandising/policy-for.js';
import type { ApplicableRule } from '../../src/domain/merchandising/in-force/rule-index.js';
import type { Lane, MerchandisingRule } from '../../src/domain/merchandising/rule.js';
import { selects } from '../../src/domain/merchandising/select.js';
import { ownerOf } from '../../src/domain/ranking/candidate.js';
import type { FilledSlot } from '../../src/domain/ranking/fill-slots.js';
import type { RecommendationFilter } from '../../src/domain/ranking/filter.js';
import { NOW } from './builders.js';
import { dependenciesOf, type RandomShop } from './random-decisions.js';

const sharedExclusions = (shop: RandomShop, lane: Lane): readonly ApplicableRule[] =>
  shop.rules
    .filter(({ lane: other, action, when, placements }) => other !== lane && action === 'EXCLUDE' && when === null && placements.length === 0)
    .filter(({ state, validUntil }) => state === 'APPROVED' && validUntil === null)
    .map((rule) => ({ rule, subjects: [] }));

/** The rules that hold for a list, shared exclusions included. */
export const rulesOn = (shop: RandomShop, lane: Lane, placement: string, subjects: readonly ProductFacts[]): readonly ApplicableRule[] => [
  ...dependenciesOf(shop).snapshot.rules.applicable({ lane, placement, subjects, now: NOW }),
  ...sharedExclusions(shop, lane),
];

/** Whether a rule's `then` covers a product, seen from the subjects that it applies to. */
export const covers = ({ rule, subjects }: ApplicableRule, product: ProductFacts): boolean => {
  const { then } = rule;
  if (then === null) return true;
  const seenFrom = subjects.length > 0 ? subjects : [{ priceMinor: null, currencyCode: null }];
  return seenFrom.some(({ priceMinor, currencyCode }) => selects(then, product, priceMinor, currencyCode));
};

/** Whether a product passes a caller's filter. */
export const passesFilter = (product: ProductFacts, filter: RecommendationFilter | null): boolean =>
  filter === null || selects({ ...filter, productIds: [], tags: [], maxPriceRatio: null }, product, null, null);

/** What the rules with one action propose and may show, by product id. */
export const proposedBy = (
  shop: RandomShop,
  rules: readonly ApplicableRule[],
  actions: readonly MerchandisingRule['action'][],
): ReadonlySet<string> => {
  const { ruleProducts } = dependenciesOf(shop).snapshot;
  return new Set(
    rules
      .filter(({ rule }) => actions.includes(rule.action))
      .flatMap((applicable) => {
        const named = applicable.rule.then?.productIds ?? [];
        const ids = named.length > 0 ? named : (ruleProducts.get(applicable.rule.id) ?? []);
        return shop.holdings.products.filter((product) => ids.includes(product.id) && covers(applicable, product)).map(({ id }) => id);
      }),
  );
};

/** What may be shown for a request, decided product by product and set by set, without any order. */
export interface NaiveComplements {
  readonly anchors: readonly ProductFacts[];
  readonly required: ReadonlySet<string>;
  /** People's products: what no cap holds back. */
  readonly decided: ReadonlySet<string>;
  /** People's and popularity's products: what the share of learning does not hold back. */
  readonly uncapped: ReadonlySet<string>;
  readonly learned: ReadonlySet<string>;
  /** Everything that may be shown, variants not yet dropped. */
  readonly eligible: readonly ProductFacts[];
  readonly families: ReadonlySet<string>;
}

const complementsOf = (shop: RandomShop, anchorIds: readonly string[], decision: 'APPROVE' | 'DISMISS'): readonly string[] =>
  shop.holdings.pairs.filter((pair) => anchorIds.includes(pair.anchorId) && pair.decision === decision).map(({ complementId }) => complementId);

const learnedFor = (shop: RandomShop, anchorIds: readonly string[]): ReadonlySet<string> =>
  new Set(
    anchorIds.flatMap((anchorId) => {
      const dismissed = complementsOf(shop, anchorIds, 'DISMISS');
      const neighbours = shop.holdings.coPurchase.find(({ productId }) => productId === anchorId)?.neighbourIds ?? [];
      return neighbours.filter((id) => !dismissed.includes(id));
    }),
  );

/** Decides naively what complements may be shown. */
export const naiveComplements = (shop: RandomShop, request: ComplementsRequest): NaiveComplements => {
  const { placement, anchorIds, excludeIds, filter } = request;
  const anchors = anchorIds.flatMap((id) => shop.holdings.products.filter((product) => product.id === id));
  const known = anchors.map(({ id }) => id);
  // Without a condition of its own, a ratio is relative to each of the anchors.
  const rules = rulesOn(shop, 'CROSS_SELL', placement, anchors).map((applicable) =>
    applicable.rule.when === null && typeof applicable.rule.then?.maxPriceRatio === 'number' ? { ...applicable, subjects: anchors } : applicable,
  );
  const policy = policyFor({ policies: shop.policies, ceiling: 'ASSIST' }, 'CROSS_SELL', placement);
  const dismissed = complementsOf(shop, known, 'DISMISS');
  const popular = policy.fallback && policy.autopilot !== 'CURATED_ONLY' ? (shop.popularity.get('')?.ids ?? []) : [];
  const decided = new Set([...proposedBy(shop, rules, ['REQUIRE', 'PIN', 'RECOMMEND']), ...complementsOf(shop, known, 'APPROVE')]);
  const uncapped = new Set([...decided, ...popular.filter((id) => !dismissed.includes(id))]);
  const learned = policy.autopilot === 'ASSIST' ? learnedFor(shop, known) : new Set<string>();
  const families = new Set(anchors.map(familyOf));
  const eligible = anchors.length === 0 ? [] : shop.holdings.products.filter(
    (product) =>
      (uncapped.has(product.id) || learned.has(product.id)) &&
      product.active &&
      product.inStock &&
      !anchorIds.includes(product.id) &&
      !excludeIds.includes(product.id) &&
      !families.has(familyOf(product)) &&
      passesFilter(product, filter) &&
      !rules.some((applicable) => applicable.rule.action === 'EXCLUDE' && covers(applicable, product)),
  );
  return { anchors, required: proposedBy(shop, rules, ['REQUIRE']), decided, uncapped, learned, eligible, families: new Set(eligible.map(familyOf)) };
};

/** Whether a product has the leaf category of an anchor. */
export const isOfAnchorGroup = (product: ProductFacts, anchors: readonly ProductFacts[]): boolean => {
  const group = groupOf(product);
  return group !== null && anchors.some((anchor) => groupOf(anchor) === group);
};

/** How many slots of a page learning and popularity filled with products of the anchors' groups. */
export const ofAnchorGroups = ({ slots }: { readonly slots: readonly FilledSlot[] }, anchors: readonly ProductFacts[]): number =>
  slots.filter(({ candidate: { source, product } }) => ownerOf(source) !== 'human' && isOfAnchorGroup(product, anchors)).length;
