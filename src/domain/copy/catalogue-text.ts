import type { ProductFacts } from '../catalogue/product.js';

/** What the catalogue says of a product in words: all that a generated text may rest on. */
export interface CatalogueText {
  readonly title: string;
  readonly brand: string | null;
  /** From the root to the leaf. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** The words of a product; price, stock and the like are left out. */
export const catalogueTextOf = ({ title, brand, categoryPath, tags }: ProductFacts): CatalogueText => ({
  title,
  brand,
  categories: categoryPath,
  tags,
});

/** All of it in one text, a part on each line. */
export const wholeText = ({ title, brand, categories, tags }: CatalogueText): string =>
  [title, ...(brand === null ? [] : [brand]), ...categories, ...tags].join('\n');
