import type { ProductFacts } from '../catalogue/product.js';
import type { MerchandisingRule, RuleAction } from '../merchandising/rule.js';
import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import { selects } from '../merchandising/select.js';

/** Whether a rule's `then` selects a product, seen from any of the subjects that the rule applies to. */
export const ruleSelects = ({ rule, subjects }: ApplicableRule, product: ProductFacts): boolean => {
  const { then } = rule;
  if (then === null) return true;
  if (then.maxPriceRatio === null || subjects.length === 0) return selects(then, product, null, null);
  return subjects.some((subject) => selects(then, product, subject.priceMinor, subject.currencyCode));
};

/** The rules that do any of some things, in their order. Picked once for a list, and not again for each of its products. */
export const rulesThat = (rules: readonly ApplicableRule[], ...actions: readonly RuleAction[]): readonly ApplicableRule[] =>
  rules.filter(({ rule }) => actions.includes(rule.action));

/** Whether any of some rules selects a product. */
export const selectedByAny = (product: ProductFacts, rules: readonly ApplicableRule[]): boolean =>
  rules.some((applicable) => ruleSelects(applicable, product));

/** The product of the weights of those of some BOOST and BURY rules that select a product, and the first of these; 1 and null without any. */
export const movedByRules = (
  product: ProductFacts,
  movers: readonly ApplicableRule[],
): { readonly weight: number; readonly rule: MerchandisingRule | null } => {
  const moving = movers.filter((applicable) => ruleSelects(applicable, product));
  return {
    weight: moving.reduce((weight, { rule }) => weight * (rule.weight ?? 1), 1),
    rule: moving[0]?.rule ?? null,
  };
};

/** Whether a NEVER_PERSONALISE rule covers the whole list. */
export const neverPersonalised = (rules: readonly ApplicableRule[]): boolean =>
  rules.some(({ rule }) => rule.action === 'NEVER_PERSONALISE' && rule.then === null);

/** Whether a NEVER_PERSONALISE rule keeps customer data from choosing or moving this product. */
export const mayNotPersonalise = (product: ProductFacts, rules: readonly ApplicableRule[]): boolean =>
  selectedByAny(product, rulesThat(rules, 'NEVER_PERSONALISE'));
