import type { ProductFacts } from '../catalogue/product.js';
import type { MerchandisingRule } from '../merchandising/rule.js';
import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import { selects } from '../merchandising/select.js';

/** Whether a rule's `then` selects a product, seen from any of the subjects that the rule applies to. */
export const ruleSelects = ({ rule, subjects }: ApplicableRule, product: ProductFacts): boolean => {
  const { then } = rule;
  if (then === null) return true;
  if (then.maxPriceRatio === null || subjects.length === 0) return selects(then, product, null, null);
  return subjects.some((subject) => selects(then, product, subject.priceMinor, subject.currencyCode));
};

/** Whether any EXCLUDE rule hides a product. */
export const excludedByRule = (product: ProductFacts, rules: readonly ApplicableRule[]): boolean =>
  rules.some((applicable) => applicable.rule.action === 'EXCLUDE' && ruleSelects(applicable, product));

/** The product of the weights of the BOOST and BURY rules that select a product, and the first of those rules; 1 and null without any. */
export const movedByRules = (
  product: ProductFacts,
  rules: readonly ApplicableRule[],
): { readonly weight: number; readonly rule: MerchandisingRule | null } => {
  const movers = rules.filter(
    (applicable) => (applicable.rule.action === 'BOOST' || applicable.rule.action === 'BURY') && ruleSelects(applicable, product),
  );
  return {
    weight: movers.reduce((weight, { rule }) => weight * (rule.weight ?? 1), 1),
    rule: movers[0]?.rule ?? null,
  };
};

/** Whether a NEVER_PERSONALISE rule covers the whole list. */
export const neverPersonalised = (rules: readonly ApplicableRule[]): boolean =>
  rules.some(({ rule }) => rule.action === 'NEVER_PERSONALISE' && rule.then === null);

/** Whether a NEVER_PERSONALISE rule keeps customer data from choosing or moving this product. */
export const mayNotPersonalise = (product: ProductFacts, rules: readonly ApplicableRule[]): boolean =>
  rules.some((applicable) => applicable.rule.action === 'NEVER_PERSONALISE' && ruleSelects(applicable, product));
