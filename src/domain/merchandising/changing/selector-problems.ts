import { checkId } from '../../facts/check-text.js';
import type { Problem } from '../../facts/problem.js';
import { compareDecimals, isDecimal } from '../decimal.js';
import type { RuleProblem } from './rule-problems.js';
import type { MerchandisingRule, ProductSelector } from '../rule.js';
import { textRule } from './written-text.js';

/** How many values each list of a selector holds at most. */
export const MOST_VALUES = 1_000;

const LONGEST_ATTRIBUTE = 200;

const idRule = (id: string): string | null => {
  const found: Problem[] = [];
  checkId(id, '', found);
  const [first] = found;
  return first === undefined ? null : `${first.rule}, got ${first.given}`;
};

const attributeRule = (text: string): string | null => textRule(text, LONGEST_ATTRIBUTE);

const checkList = (values: readonly string[], path: string, ruleOf: (value: string) => string | null): readonly RuleProblem[] => {
  if (values.length > MOST_VALUES) return [{ path, message: `holds ${values.length} values, and may hold ${MOST_VALUES} at most` }];
  return values.flatMap((value, at) => {
    const message = ruleOf(value);
    return message === null ? [] : [{ path: `${path}[${at}]`, message }];
  });
};

const isPrice = (text: string): boolean => isDecimal(text) && !text.startsWith('-');

const PRICE = 'must be a price such as 12.90: digits and a point, without a currency';

const checkPrices = ({ minPrice, maxPrice }: ProductSelector, path: string): readonly RuleProblem[] => {
  const wrong = Object.entries({ minPrice, maxPrice }).filter(([, price]) => price !== null && !isPrice(price));
  if (wrong.length > 0) return wrong.map(([field]) => ({ path: `${path}.${field}`, message: PRICE }));
  const order = minPrice === null || maxPrice === null ? null : compareDecimals(minPrice, maxPrice);
  return order !== null && order > 0 ? [{ path: `${path}.maxPrice`, message: 'is below minPrice: no product can match' }] : [];
};

const checkRatio = ({ maxPriceRatio }: ProductSelector, path: string): readonly RuleProblem[] =>
  maxPriceRatio === null || (Number.isFinite(maxPriceRatio) && maxPriceRatio > 0)
    ? []
    : [{ path: `${path}.maxPriceRatio`, message: 'must be a number above 0, such as 0.5 for half' }];

const asksNothing = (selector: ProductSelector | null): boolean =>
  selector !== null && Object.values(selector).every((part: ProductSelector[keyof ProductSelector]) => part === null || (Array.isArray(part) && part.length === 0));

/**
 * Selectors that are there and ask for nothing. They would mean every product, and a form whose last value was taken out sends them: whoever
 * means everything leaves the selector out.
 */
export const openSelectorProblems = ({ when, then }: Pick<MerchandisingRule, 'when' | 'then'>): readonly RuleProblem[] => [
  ...(asksNothing(when) ? [{ path: 'when', message: 'asks for nothing, and so would mean everything: leave it out to mean that, or say what' }] : []),
  ...(asksNothing(then) ? [{ path: 'then', message: 'asks for nothing, and so would mean every product: say which' }] : []),
];

/** What is wrong with the values of a `when` or `then`, in the order of its fields; `path` is where it stands. */
export const selectorProblems = (selector: ProductSelector | null, path: string): readonly RuleProblem[] => {
  if (selector === null) return [];
  const { productIds, categoryIds, brands, tags } = selector;
  return [
    ...checkList(productIds, `${path}.productIds`, idRule),
    ...checkList(categoryIds, `${path}.categoryIds`, idRule),
    ...checkList(brands, `${path}.brands`, attributeRule),
    ...checkList(tags, `${path}.tags`, attributeRule),
    ...checkPrices(selector, path),
    ...checkRatio(selector, path),
  ];
};
