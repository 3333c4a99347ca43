import { wordsOf } from '../copy/words-of.js';
import type { ProductFacts } from './product.js';

/** What of a product traits are told from. */
export type TraitedProduct = Pick<ProductFacts, 'title' | 'brand'>;

/** Shorter words say nothing of a product in most languages. */
const SHORTEST_WORD = 3;

/**
 * What a product has in common with others, as the catalogue tells it: the words of its title and its brand, each once and by kind
 * (`word:lantern`, `brand:Acme`). Its categories are none: what a category holds stands for each other more than it goes together.
 */
export const traitsOf = ({ title, brand }: TraitedProduct): readonly string[] => [
  ...new Set(wordsOf(title).filter((word) => word.length >= SHORTEST_WORD).map((word) => `word:${word}`)),
  ...(brand === null ? [] : [`brand:${brand}`]),
];
