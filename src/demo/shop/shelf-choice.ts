import type { Persona } from './personas.js';
import type { Random } from './random.js';
import { seasonOf } from './seasons.js';
import type { SampleProduct, Stock } from './stock.js';

/** The leaf category of a product. */
export const leafOf = (product: SampleProduct): string => product.categoryPath.at(-1) ?? '';

const departmentOf = (stock: Stock, category: string): string => {
  const [family = ''] = stock.familiesIn.get(category) ?? [];
  return stock.families.get(family)?.[0]?.categoryPath[0] ?? category;
};

/** The category a customer of these kinds turns to on a day. */
export const chooseCategory = (stock: Stock, personas: readonly Persona[], day: Date, random: Random): string => {
  const interests = random.pick(personas)?.interests ?? {};
  const weightOf = ([category, weight]: [string, number]): number => weight * seasonOf(departmentOf(stock, category), day);
  return random.pickWeighted(Object.entries(interests), weightOf)?.[0] ?? 'gifts-wrapping';
};

/** A family of a category: what lies in front sells most. */
export const chooseFamily = (stock: Stock, category: string, random: Random): string => {
  const ranked = (stock.familiesIn.get(category) ?? []).map((family, at) => ({ family, weight: 1 / (1 + at * 0.25) }));
  return random.pickWeighted(ranked, ({ weight }) => weight)?.family ?? 'gift-card';
};

/** One of a family's variants: the first is liked most. Undefined when the shop has no such family. */
export const chooseVariant = (stock: Stock, family: string, random: Random): SampleProduct | undefined => {
  const variants = (stock.families.get(family) ?? []).map((product, at) => ({ product, weight: 1 / (1 + at) }));
  return random.pickWeighted(variants, ({ weight }) => weight)?.product;
};
