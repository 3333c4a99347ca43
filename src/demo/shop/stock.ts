import { familyOf, type ProductFacts } from '../../domain/catalogue/product.js';
import type { Shelf, ShelfLine } from './assortment/shelf.js';
import { grouped } from './grouped.js';

/** What the catalogue of a shop holds besides what ranking needs: the neighbour that owns `Product` serves it. */
export interface SampleProduct extends ProductFacts {
  readonly description: string;
}

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const isSoldOut = ({ soldOut }: ShelfLine, variant: string | undefined): boolean =>
  soldOut.includes('all') || (variant !== undefined && soldOut.includes(variant));

const variantProduct = (shelf: Shelf, line: ShelfLine, variant: string | undefined, at: number): SampleProduct => {
  const title = variant === undefined ? line.title : `${line.title}, ${variant}`;
  return {
    id: at === 0 ? line.id : `${line.id}-${slug(variant ?? '')}`,
    title,
    description: `${title} by ${line.brand}. ${shelf.about}`,
    categoryPath: shelf.path,
    brand: line.brand,
    tags: line.tags,
    priceMinor: line.pricePence,
    currencyCode: 'GBP',
    variantOf: at === 0 ? null : line.id,
    inStock: !isSoldOut(line, variant),
    active: line.active,
  };
};

/** A line and its variants as products: the first variant carries the line's id, and is what the others are variants of. */
const lineProducts = (shelf: Shelf, line: ShelfLine): readonly SampleProduct[] =>
  line.variants.length === 0
    ? [variantProduct(shelf, line, undefined, 0)]
    : line.variants.map((variant, at) => variantProduct(shelf, line, variant, at));

/** What is on the shelves, and ways to find it. */
export interface Stock {
  readonly products: readonly SampleProduct[];
  /** A product and its variants, by the id of the product that they are variants of. */
  readonly families: ReadonlyMap<string, readonly SampleProduct[]>;
  /** Family ids by category id, descendants included, as they lie on the shelf: what sells best first. */
  readonly familiesIn: ReadonlyMap<string, readonly string[]>;
}

/** Puts the shelves' lines into stock. */
export const stockShelves = (shelves: readonly Shelf[]): Stock => {
  const products = shelves.flatMap((shelf) => shelf.lines.flatMap((line) => lineProducts(shelf, line)));
  const placed = shelves.flatMap((shelf) =>
    shelf.path.flatMap((category) => shelf.lines.map((line) => [category, line.id] as const)),
  );
  return {
    products,
    families: grouped(products.map((product) => [familyOf(product), product] as const)),
    familiesIn: grouped(placed),
  };
};
