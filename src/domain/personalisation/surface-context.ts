import type { ProductFacts } from '../catalogue/product.js';
import type { PersonalSurface } from '../merchandising/rule.js';

/** What the page shows now. */
export interface SurfaceContext {
  readonly categoryId: string | null;
  readonly productId: string | null;
  /** SEARCH: what to re-rank, best first, without repeats. */
  readonly candidateIds: readonly string[];
}

/** A category page, seen as a product by the rules' selectors: nothing but its path is known of it. */
const categoryAsSubject = (categoryId: string, path: readonly string[]): ProductFacts => ({
  id: '',
  title: categoryId,
  categoryPath: path,
  brand: null,
  tags: [],
  priceMinor: null,
  currencyCode: null,
  variantOf: null,
  inStock: true,
  active: true,
});

/** What a rule's `when` is held against on a surface: the product being viewed or the category being browsed; nothing elsewhere. */
export const subjectsOf = (
  surface: PersonalSurface,
  { categoryId, productId }: SurfaceContext,
  viewed: ReadonlyMap<string, ProductFacts>,
  categoryPaths: ReadonlyMap<string, readonly string[]>,
): readonly ProductFacts[] => {
  if (surface === 'CATEGORY' && categoryId !== null)
    return [categoryAsSubject(categoryId, categoryPaths.get(categoryId) ?? [categoryId])];
  const product = productId === null ? undefined : viewed.get(productId);
  return product === undefined ? [] : [product];
};
