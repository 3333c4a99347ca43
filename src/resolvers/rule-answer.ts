import type { RuleRecord } from '../domain/merchandising/kept/decisions.js';
import type { ProductSelector } from '../domain/merchandising/rule.js';
import type { RuleWarning } from '../domain/merchandising/kept/rule-warning.js';
import { productOf } from './mappers.js';

const selectorAnswer = (selector: ProductSelector | null) =>
  selector === null
    ? null
    : {
        ...selector,
        productIds: [...selector.productIds],
        categoryIds: [...selector.categoryIds],
        brands: [...selector.brands],
        tags: [...selector.tags],
      };

/** A warning in the words of the contract. */
export const warningAnswer = ({ code, message, productIds, otherRule }: RuleWarning) => ({
  code,
  message,
  products: productIds.map(productOf),
  otherRule,
});

/** A rule in the words of the contract. */
export const ruleAnswer = (rule: RuleRecord) => ({
  ...rule,
  when: selectorAnswer(rule.when),
  then: selectorAnswer(rule.then),
  placements: [...rule.placements],
  warnings: rule.warnings.map(warningAnswer),
  history: rule.history.map(({ version, at, by, state, summary }) => ({ version, at, by, state, summary })),
});
