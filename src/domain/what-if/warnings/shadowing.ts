import type { ProductFacts } from '../../catalogue/product.js';
import { holdsWherever } from '../../merchandising/in-force/rule-scope.js';
import { MOST_WARNED_PRODUCTS, type RuleWarning } from '../../merchandising/kept/rule-warning.js';
import type { MerchandisingRule, ProductSelector } from '../../merchandising/rule.js';
import { selectorCovers } from '../../merchandising/in-force/selector-covers.js';
import { selects } from '../../merchandising/select.js';
import { remainingOf, spans } from '../draft.js';
import { referenceTo, ruleName } from './naming.js';
import { shadowed } from './shadowed.js';
import { canTakeEffectOf, placesProducts, takingVerb } from './takes-effect.js';
import { MOST_MET_RULES, type WarningCase, type WarningSearch } from './warning-case.js';

/** Rules whose conditions are read from the catalogue to be judged. */
const MOST_JUDGED = 50;

const selectsAll = (wide: ProductSelector, ids: readonly string[], facts: ReadonlyMap<string, ProductFacts>): boolean =>
  ids.length > 0 &&
  wide.maxPriceRatio === null &&
  ids.every((id) => {
    const product = facts.get(id);
    return product !== undefined && selects(wide, product, null, null);
  });

/** The products that a rule proposes or is limited to, as far as memory knows them by id. */
const productIdsOf = ({ id, then }: MerchandisingRule, { dependencies: { snapshot } }: WarningCase): readonly string[] => {
  const named = then?.productIds ?? [];
  return named.length > 0 ? named : (snapshot.ruleProducts.get(id) ?? []);
};

/** Whether the rule is about everything that the other is about. */
const coversProductsOf = (other: MerchandisingRule, subject: WarningCase): boolean => {
  const { rule, shown, dependencies } = subject;
  if (rule.then === null || other.then === null) return rule.then === null;
  const ids = productIdsOf(other, subject);
  if (placesProducts(rule)) {
    const placed = new Set(shown.map(({ id }) => id));
    return rule.then.maxPriceRatio === null && ids.length > 0 && ids.every((id) => placed.has(id));
  }
  const { categoryPaths, knownProducts } = dependencies.snapshot;
  return selectorCovers(rule.then, other.then, categoryPaths) || selectsAll(rule.then, ids, knownProducts);
};

const coversConditionOf = (other: MerchandisingRule, { rule, dependencies }: WarningCase, facts: ReadonlyMap<string, ProductFacts>): boolean => {
  if (rule.when === null || other.when === null) return rule.when === null;
  return selectorCovers(rule.when, other.when, dependencies.snapshot.categoryPaths) || selectsAll(rule.when, other.when.productIds, facts);
};

const warningOf = (rule: MerchandisingRule, other: MerchandisingRule): RuleWarning => ({
  code: 'SHADOWED',
  message: `This rule ${takingVerb(rule)} everything that ${ruleName(other)} is about: once approved, that one changes nothing any more.`,
  productIds: (other.then?.productIds ?? []).slice(0, MOST_WARNED_PRODUCTS),
  otherRule: referenceTo(other),
});

/**
 * SHADOWED, the other way round: approved rules whose whole effect this rule would take. Judged by what the two ask for, and by the products
 * that the other names or found; of rules that may be meant, MOST_JUDGED are looked at.
 */
const shadowing: WarningSearch = async (subject) => {
  const { rule, others, remaining, dependencies } = subject;
  const candidates = others
    .filter((other) => canTakeEffectOf(rule, other) && holdsWherever(rule, other))
    .filter((other) => spans(remaining, remainingOf(other, dependencies.now)) && coversProductsOf(other, subject))
    .slice(0, MOST_JUDGED);
  const anchorIds = rule.when === null ? [] : candidates.flatMap(({ when }) => when?.productIds ?? []);
  const facts = await dependencies.finder.productsByIds([...new Set(anchorIds)]);
  return candidates
    .filter((other) => coversConditionOf(other, subject, facts))
    .slice(0, MOST_MET_RULES)
    .map((other) => warningOf(rule, other));
};

/** SHADOWED, one way or the other: a rule that changes nothing is not said to keep others from changing anything. */
export const shadows: WarningSearch = async (subject) => {
  const own = await shadowed(subject);
  return own.length > 0 ? own : shadowing(subject);
};
