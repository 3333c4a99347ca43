import { wordsOf } from '../copy/words-of.js';
import type { ProductFacts } from './product.js';

/** What of a product its traits are taken from. */
export type TraitedProduct = Pick<ProductFacts, 'title' | 'brand' | 'categoryPath'>;

/** Shorter words say nothing of a product in most languages. */
const SHORTEST_WORD = 3;

/**
 * What a product has in common with others, as the catalogue tells it: the words of its title, its brand and the category it is in, each once
 * and by kind (`word:lantern`, `brand:Acme`, `category:lamps`).
 */
export const traitsOf = ({ title, brand, categoryPath }: TraitedProduct): readonly string[] => {
  const leaf = categoryPath.at(-1);
  return [
    ...new Set(wordsOf(title).filter((word) => word.length >= SHORTEST_WORD).map((word) => `word:${word}`)),
    ...(brand === null ? [] : [`brand:${brand}`]),
    ...(leaf === undefined ? [] : [`category:${leaf}`]),
  ];
};
