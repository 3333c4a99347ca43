import type { ProductFacts } from '../../catalogue/product.js';
import { MOST_PER_RULE } from '../../merchandising/in-force/products-of-rule.js';
import { createRuleIndex, type ApplicableRule, type RuleIndex } from '../../merchandising/in-force/rule-index.js';
import { MOST_WARNED_PRODUCTS, type RuleWarning } from '../../merchandising/kept/rule-warning.js';
import type { MerchandisingRule } from '../../merchandising/rule.js';
import { selects } from '../../merchandising/select.js';
import { ruleSelects } from '../../ranking/rule-selection.js';
import { spans } from '../draft.js';
import { referenceTo, ruleName } from './naming.js';
import { canTakeEffectOf, placesProducts, takingVerb } from './takes-effect.js';
import { rulesFor, type TouchedList } from './touched-lists.js';
import type { WarningCase, WarningSearch } from './warning-case.js';

/** Whether a rule proposes a product, by id or because its selector found it; other actions are about all that their `then` selects. */
const isAbout = (rule: MerchandisingRule, { id }: ProductFacts, { dependencies: { snapshot } }: WarningCase): boolean => {
  const named = rule.then?.productIds ?? [];
  return !placesProducts(rule) || named.includes(id) || (named.length === 0 && (snapshot.ruleProducts.get(rule.id) ?? []).includes(id));
};

const maySelect = ({ then }: MerchandisingRule, products: readonly ProductFacts[], ids: ReadonlySet<string>): boolean => {
  if (then === null) return true;
  if (then.productIds.length > 0) return then.productIds.some((id) => ids.has(id));
  return products.some((product) => selects({ ...then, maxPriceRatio: null }, product, null, null));
};

/** The rules that can take the rule's effect for all that is left of its time: one pass over the others, so that lists meet few of them. */
const takersOf = ({ rule, others, shown, remaining }: WarningCase): readonly MerchandisingRule[] => {
  const ids = new Set(shown.map(({ id }) => id));
  return others.filter(
    (other) => canTakeEffectOf(other, rule) && spans(other, remaining) && (rule.then === null ? other.then === null : maySelect(other, shown, ids)),
  );
};

interface Verdict {
  /** Products that the rule would show, move or hide on the list; null where it covers the whole list. */
  readonly products: readonly ProductFacts[] | null;
  /** A rule that takes its effect, for each of them. */
  readonly takers: readonly (MerchandisingRule | undefined)[];
}

/** What becomes of the rule on one list. */
const judge = (subject: WarningCase, own: RuleIndex, takers: RuleIndex, list: TouchedList): Verdict => {
  const now = subject.remaining.validFrom;
  const rules = rulesFor(list, takers, now);
  if (subject.rule.then === null) return { products: null, takers: [rules[0]?.rule] };
  const [applicable] = rulesFor(list, own, now);
  const products = applicable === undefined ? [] : subject.shown.filter((product) => ruleSelects(applicable, product));
  const takes = (product: ProductFacts) => (taker: ApplicableRule) => isAbout(taker.rule, product, subject) && ruleSelects(taker, product);
  return { products, takers: products.map((product) => rules.find(takes(product))?.rule) };
};

const warningOf = ({ rule, shown }: WarningCase, takers: readonly MerchandisingRule[]): readonly RuleWarning[] => {
  const [taker] = takers;
  if (taker === undefined) return [];
  const others = new Set(takers.map(({ id }) => id)).size - 1;
  const who = others === 0 ? ruleName(taker) : `${ruleName(taker)} together with ${others === 1 ? 'another rule' : `${String(others)} others`}`;
  const all = shown.length < MOST_PER_RULE ? 'everything' : `all of the ${String(MOST_PER_RULE)} best sellers`;
  return [
    {
      code: 'SHADOWED',
      message: `${who} ${takingVerb(taker)} ${all} that this rule is about, wherever it holds: it changes nothing.`,
      productIds: rule.then === null ? [] : shown.map(({ id }) => id).slice(0, MOST_WARNED_PRODUCTS),
      otherRule: referenceTo(taker),
    },
  ];
};

/**
 * SHADOWED: on every list that speaks for it, all that the rule would show, move or hide is hidden by exclusions or placed by rules that go
 * first, for all that is left of its time. Judged on the best sellers of its `then` (MOST_PER_RULE) and on its most ordered anchors.
 */
export const shadowed: WarningSearch = async (subject) => {
  const takers = takersOf(subject);
  if (takers.length === 0) return [];
  const [own, theirs] = [createRuleIndex([subject.rule]), createRuleIndex(takers)];
  const verdicts = subject.lists.map((list) => judge(subject, own, theirs, list)).filter(({ products }) => products === null || products.length > 0);
  const found = verdicts.flatMap((verdict) => verdict.takers);
  const rules = found.filter((taker) => taker !== undefined);
  return rules.length < found.length ? [] : warningOf(subject, rules);
};
