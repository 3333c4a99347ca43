import type { ProductFacts } from '../../catalogue/product.js';
import type { RuleWarning } from '../../merchandising/kept/rule-warning.js';
import type { MerchandisingRule } from '../../merchandising/rule.js';

/** How many names one sentence holds. */
const MOST_NAMES = 3;

/** A product as people know it, with the id that tells it from others: Gift box (gift-box). */
export const productName = ({ id, title }: Pick<ProductFacts, 'id' | 'title'>): string => (title === id ? id : `${title} (${id})`);

/** A rule as people know it, with its id: "Autumn gift box" (autumn-gift-box). */
export const ruleName = ({ id, name }: Pick<MerchandisingRule, 'id' | 'name'>): string => (name === id ? `"${id}"` : `"${name}" (${id})`);

/** Names as a sentence lists them: a, b and c; the first few where there are many. */
export const listed = (names: readonly string[]): string => {
  const rest = names.length - MOST_NAMES;
  const parts = rest > 0 ? [...names.slice(0, MOST_NAMES), `${String(rest)} more`] : names;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.slice(-1).join('')}`;
};

/** Names the rule that a warning is about beside the one that was saved. */
export const referenceTo = ({ id, name, version }: MerchandisingRule): NonNullable<RuleWarning['otherRule']> => ({ id, name, version });
