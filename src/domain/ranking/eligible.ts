import { familyOf, isOfGroups, type ProductFacts } from '../catalogue/product.js';
import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import { passes, type RecommendationFilter } from './filter.js';
import type { Candidate, ListStep } from './candidate.js';
import { rulesThat, selectedByAny } from './rule-selection.js';

/** What decides whether a candidate may be shown. */
export interface EligibilityContext {
  /** Products that may never appear: anchors, the basket, the caller's exclusions. */
  readonly hiddenIds: ReadonlySet<string>;
  /** Families of the anchors: none of their variants may appear. */
  readonly hiddenFamilies: ReadonlySet<string>;
  /** Groups of the anchors; absent where a list has no anchors. */
  readonly anchorGroups?: ReadonlySet<string>;
  readonly filter: RecommendationFilter | null;
  /** Nothing outside this category and its descendants; null for no limit. */
  readonly withinCategory: string | null;
  readonly rules: readonly ApplicableRule[];
}

/** Whether the shop can sell it now. */
export const isSellable = (product: ProductFacts): boolean => product.active && product.inStock;

/** Drops the anchors, the basket, what the caller excluded, and variants of the anchors. */
export const dropHidden: ListStep<EligibilityContext> = (candidates, { hiddenIds, hiddenFamilies }) =>
  hiddenIds.size === 0 && hiddenFamilies.size === 0
    ? candidates
    : candidates.filter(({ product }) => !hiddenIds.has(product.id) && !hiddenFamilies.has(familyOf(product)));

/** Drops what cannot be sold now. */
export const dropUnsellable: ListStep<EligibilityContext> = (candidates) =>
  candidates.filter(({ product }) => isSellable(product));

/** Drops what an EXCLUDE rule hides. */
export const dropExcluded: ListStep<EligibilityContext> = (candidates, { rules }) => {
  const hiding = rulesThat(rules, 'EXCLUDE');
  return hiding.length === 0 ? candidates : candidates.filter(({ product }) => !selectedByAny(product, hiding));
};

/** Drops what customer data chose although a NEVER_PERSONALISE rule covers the product; popularity may still show it. */
export const dropNeverPersonalised: ListStep<EligibilityContext> = (candidates, { rules }) => {
  const keeping = rulesThat(rules, 'NEVER_PERSONALISE');
  return keeping.length === 0 ? candidates : candidates.filter(({ personalised, product }) => !personalised || !selectedByAny(product, keeping));
};

/** Drops what the caller's filter leaves out. */
export const dropFiltered: ListStep<EligibilityContext> = (candidates, { filter }) =>
  filter === null ? candidates : candidates.filter(({ product }) => passes(product, filter));

/** Drops what lies outside the category being browsed. */
export const dropOutsideCategory: ListStep<EligibilityContext> = (candidates, { withinCategory }) =>
  withinCategory === null ? candidates : candidates.filter(({ product }) => product.categoryPath.includes(withinCategory));

/** Drops what only shares a trait with an anchor and is of its group: of such a product nobody knows more than that it could stand for the anchor. */
export const dropOwnGroup: ListStep<EligibilityContext> = (candidates, { anchorGroups }) =>
  anchorGroups === undefined || anchorGroups.size === 0
    ? candidates
    : candidates.filter(({ source, product }) => source !== 'SHARED_TRAIT' || !isOfGroups(product, anchorGroups));

/** Keeps the best of each family of variants; the list must be in slot order. */
export const dropVariants: ListStep<unknown> = (candidates) => {
  // Most shops have no variants, and no product is in a list twice.
  if (candidates.every(({ product }) => product.variantOf === null)) return candidates;
  const shown = new Set<string>();
  return candidates.filter(({ product }: Candidate) => {
    const family = familyOf(product);
    if (shown.has(family)) return false;
    shown.add(family);
    return true;
  });
};
