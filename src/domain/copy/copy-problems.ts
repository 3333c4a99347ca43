import { isCurrencyCode } from '../catalogue/money.js';
import { checkId, checkText } from '../facts/check-text.js';
import type { Problem } from '../facts/problem.js';
import { compareDecimals, isDecimal } from '../merchandising/decimal.js';
import type { RuleProblem } from '../merchandising/changing/rule-problems.js';
import { directionRule, visibleRule } from '../merchandising/changing/written-text.js';
import type { CopyAudience } from './copy-variant.js';

/** Characters of a variant's text at most. */
export const LONGEST_COPY = 200;

const LONGEST_BRAND = 200;

/** What breaks the line or cannot be stored. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Signs that a page might take for HTML, an entity or Markdown: the text is shown as it is, wherever it is shown. */
const MARKUP = /[<>`]|&#?\w+;|\]\(|\*\*|__/;

type Audiences = { readonly [Kind in CopyAudience['kind']]: Extract<CopyAudience, { readonly kind: Kind }> };

const at = (path: string, message: string): readonly RuleProblem[] => [{ path, message }];

/** The same rules as for facts, in the words of decisions: the sentence begins behind the path. */
const asProblems = (found: readonly Problem[]): readonly RuleProblem[] =>
  found.map(({ path, rule, given }) => ({ path, message: `${rule}, got ${given}` }));

/** What is wrong with a text: it has to be 1 to 200 characters on one line that can be seen, free of control characters and markup. */
export const textProblems = (text: string): readonly RuleProblem[] => {
  const length = [...text].length;
  if (text.trim() === '' || length > LONGEST_COPY) return at('text', `must be 1 to ${LONGEST_COPY} characters, got ${length}`);
  if (UNPRINTABLE.test(text)) return at('text', 'must be one line without control characters');
  const unread = visibleRule(text) ?? directionRule(text);
  if (unread !== null) return at('text', unread);
  return MARKUP.test(text) ? at('text', 'must be plain text, without HTML or Markdown') : [];
};

const idProblems = (id: string, path: string): readonly RuleProblem[] => {
  const found: Problem[] = [];
  checkId(id, path, found);
  return asProblems(found);
};

/** What is wrong with the id of the product that a variant speaks of. */
export const productIdProblems = (productId: string): readonly RuleProblem[] => idProblems(productId, 'productId');

const brandProblems = (brand: string, path: string): readonly RuleProblem[] => {
  const found: Problem[] = [];
  checkText(brand, path, LONGEST_BRAND, found);
  return asProblems(found);
};

const priceProblems = (price: string | null, path: string): readonly RuleProblem[] =>
  price === null || (isDecimal(price) && !price.startsWith('-')) ? [] : at(path, 'must be a price of 0 or more, such as 12.90');

const bandProblems = ({ minPrice, maxPrice, currencyCode }: Audiences['PRICE_BAND'], path: string): readonly RuleProblem[] => {
  const prices = [...priceProblems(minPrice, `${path}.minPrice`), ...priceProblems(maxPrice, `${path}.maxPrice`)];
  const order = minPrice === null || maxPrice === null ? null : compareDecimals(minPrice, maxPrice);
  return [
    ...(minPrice === null && maxPrice === null ? at(path, 'needs minPrice, maxPrice or both') : prices),
    ...(prices.length === 0 && order !== null && order > 0 ? at(`${path}.maxPrice`, 'is below minPrice: no customer can suit') : []),
    ...(isCurrencyCode(currencyCode) ? [] : at(`${path}.currencyCode`, 'must be a known ISO 4217 currency code in capitals')),
  ];
};

/** What is wrong with an audience; `path` is where it stands. */
export const audienceProblems = (audience: CopyAudience, path = 'audience'): readonly RuleProblem[] => {
  switch (audience.kind) {
    case 'FAVOURITE_CATEGORY':
      return idProblems(audience.categoryId, `${path}.favouriteCategoryId`);
    case 'FAVOURITE_BRAND':
      return brandProblems(audience.brand, `${path}.favouriteBrand`);
    case 'PRICE_BAND':
      return bandProblems(audience, `${path}.priceBand`);
  }
};
