import { familyOf } from '../../domain/catalogue/product.js';
import { COMPANIONSHIPS, type Companionship } from './companions.js';
import { isOneEnough, isUsedUp } from './lasting-goods.js';
import type { Persona } from './personas.js';
import type { Random } from './random.js';
import { chooseCategory, chooseFamily, chooseVariant, leafOf } from './shelf-choice.js';
import type { SampleProduct, Stock } from './stock.js';

/** Days before midnight on which what is out of stock or out of the range today was still sold. */
const STILL_SOLD_DAYS = 60;

/** What a customer has in the basket, and had at home before. */
export interface Basket {
  readonly products: readonly SampleProduct[];
  /** Puts one of a family's variants in, unless the customer has no use for it or it is not sold any more. */
  add(family: string): void;
}

/** What a customer owns: families of what lasts, and leaf categories where one is enough. Shared between that customer's baskets. */
export type Belongings = Set<string>;

/** An empty basket of a customer, so many days ago. */
export const openBasket = (stock: Stock, owned: Belongings, daysAgo: number, random: Random): Basket => {
  const products: SampleProduct[] = [];
  const hasNoUse = (product: SampleProduct): boolean =>
    products.some((other) => familyOf(other) === familyOf(product)) || owned.has(familyOf(product)) || owned.has(leafOf(product));
  const isSold = (product: SampleProduct): boolean => (product.inStock && product.active) || daysAgo > STILL_SOLD_DAYS;

  const add: Basket['add'] = (family) => {
    const product = chooseVariant(stock, family, random);
    if (product === undefined || !isSold(product) || hasNoUse(product)) return;
    products.push(product);
    if (!isUsedUp(leafOf(product))) owned.add(familyOf(product));
    if (isOneEnough(leafOf(product))) owned.add(leafOf(product));
  };
  return { products, add };
};

/** Whether the product is one that something goes with. */
export const calls = ({ anchors }: Pick<Companionship, 'anchors'>, product: SampleProduct): boolean =>
  anchors.some((anchor) => anchor === familyOf(product) || product.categoryPath.includes(anchor) || product.tags.includes(anchor));

/** Adds what goes with what is in the basket. */
export const addCompanions = (basket: Basket, random: Random): void => {
  for (const companionship of COMPANIONSHIPS) {
    if (!basket.products.some((product) => calls(companionship, product)) || !random.chance(companionship.chance)) continue;
    const family = random.pick(companionship.complements);
    if (family !== undefined) basket.add(family);
  }
};

/** Something of the same department, and now and then something that has nothing to do with it. */
const addOddments = (stock: Stock, basket: Basket, random: Random): void => {
  const department = basket.products[0]?.categoryPath[0];
  if (department !== undefined && random.chance(0.25)) basket.add(chooseFamily(stock, department, random));
  const anything = random.chance(0.22) ? random.pick([...stock.families.keys()]) : undefined;
  if (anything !== undefined) basket.add(anything);
};

/** Fills a basket as customers of these kinds do on a day. */
export const fillBasket = (stock: Stock, basket: Basket, personas: readonly Persona[], day: Date, random: Random): void => {
  basket.add(chooseFamily(stock, chooseCategory(stock, personas, day, random), random));
  addCompanions(basket, random);
  addOddments(stock, basket, random);
};
