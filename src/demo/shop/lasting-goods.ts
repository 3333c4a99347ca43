/** Leaf categories of what is used up and bought again. */
const USED_UP: ReadonlySet<string> = new Set([
  'single-use',
  'coffee-beans',
  'coffee-care',
  'dog-food',
  'dog-treats',
  'cat-food',
  'soil-feed',
  'supplements',
]);

/** Leaf categories of which a household needs one at most: the rest of the shelf are its substitutes. */
const ONE_IS_ENOUGH: ReadonlySet<string> = new Set([
  'laptops',
  'laptop-sleeves',
  'backpacks',
  'coffee-machines',
  'rc-flying',
]);

/** Whether what lies in this leaf category is bought again and again. */
export const isUsedUp = (leafCategory: string): boolean => USED_UP.has(leafCategory);

/** Whether a customer buys from this leaf category once in a year at most. */
export const isOneEnough = (leafCategory: string): boolean => ONE_IS_ENOUGH.has(leafCategory);
