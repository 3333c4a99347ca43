import type { ProductSelector } from '../domain/merchandising/rule.js';
import { readFields, type Reader } from './read-fields.js';
import { readList } from './read-list.js';
import { readId, readPrice, readProductId, readRatio, readText } from './read-scalars.js';

const SELECTOR_KEYS = ['products', 'categories', 'brands', 'tags', 'minPrice', 'maxPrice', 'maxPriceRatio'] as const;

/** A `when` or `then`: products by id or by attribute. */
export const readSelector: Reader<ProductSelector> = (source, field) => {
  const fields = readFields(source, field, SELECTOR_KEYS);
  if (fields === null) return undefined;
  if (!SELECTOR_KEYS.some((key) => fields.has(key))) source.complain(field.path, 'names nothing, and so covers every product', 'warning');
  return {
    productIds: fields.read('products', readList(readProductId)) ?? [],
    categoryIds: fields.read('categories', readList(readId)) ?? [],
    brands: fields.read('brands', readList(readText)) ?? [],
    tags: fields.read('tags', readList(readText)) ?? [],
    minPrice: fields.read('minPrice', readPrice) ?? null,
    maxPrice: fields.read('maxPrice', readPrice) ?? null,
    maxPriceRatio: fields.read('maxPriceRatio', readRatio) ?? null,
  };
};
