import type { ProductFacts } from '../catalogue/product.js';
import { checkId, checkIds, checkOptionalId, checkText } from './check-text.js';
import { checkCurrency, checkFlag, checkPrice } from './check-value.js';
import type { Problem } from './problem.js';

/** A product of the catalogue as someone sent it; the values are not trusted yet. */
export interface ProductInput {
  readonly productId?: unknown;
  readonly title?: unknown;
  /** Category ids from the root to the leaf. */
  readonly categoryPath?: unknown;
  readonly brand?: unknown;
  /** Decimal text: "12.90"; absent when unknown. */
  readonly price?: unknown;
  /** Needed with a price. */
  readonly currencyCode?: unknown;
  readonly tags?: unknown;
  readonly variantOf?: unknown;
  /** True when absent. */
  readonly inStock?: unknown;
  /** True when absent. */
  readonly active?: unknown;
}

/** A valid product, or everything that is wrong with it. */
export type ValidatedProduct =
  | { readonly ok: true; readonly product: ProductFacts }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const LONGEST_TITLE = 500;
const DEEPEST_PATH = 20;
const MOST_TAGS = 100;

type Price = Pick<ProductFacts, 'priceMinor' | 'currencyCode'>;

const checkOptionalPrice = (input: ProductInput, found: Problem[]): Price => {
  if (input.price === undefined || input.price === null) return { priceMinor: null, currencyCode: null };
  const currencyCode = checkCurrency(input.currencyCode, 'currencyCode', found);
  return { currencyCode, priceMinor: currencyCode === null ? null : checkPrice(input.price, 'price', currencyCode, found) };
};

/** A product that is named as its own parent stands alone: many shops export parents so. */
const parentOf = (variantOf: string | null, id: string): string | null => (variantOf === id ? null : variantOf);

/** Checks a product whole: every problem is found, not only the first. A currency without a price is dropped. */
export const validateProduct = (input: ProductInput): ValidatedProduct => {
  const found: Problem[] = [];
  const id = checkId(input.productId, 'productId', found);
  const product: ProductFacts = {
    id,
    title: checkText(input.title, 'title', LONGEST_TITLE, found),
    categoryPath: checkIds(input.categoryPath, 'categoryPath', DEEPEST_PATH, found),
    brand: checkOptionalId(input.brand, 'brand', found),
    tags: checkIds(input.tags, 'tags', MOST_TAGS, found),
    ...checkOptionalPrice(input, found),
    variantOf: parentOf(checkOptionalId(input.variantOf, 'variantOf', found), id),
    inStock: checkFlag(input.inStock, 'inStock', true, found),
    active: checkFlag(input.active, 'active', true, found),
  };
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, product };
};
