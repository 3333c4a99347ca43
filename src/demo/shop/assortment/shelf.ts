/** One product as it is written down here; its variants become products of their own. */
export interface ShelfLine {
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  readonly pricePence: number;
  readonly tags: readonly string[];
  /**
   * Colours or sizes. The first is the product itself, with the line's id and `variantOf` null; every further one gets the id
   * `<id>-<variant>` and `variantOf` the line's id.
   */
  readonly variants: readonly string[];
  /** Variants that are out of stock; `all` for every one. */
  readonly soldOut: readonly string[];
  /** False once it left the range. */
  readonly active: boolean;
}

/** A leaf category and what lies on it. */
export interface Shelf {
  /** Category ids from the root to the leaf. */
  readonly path: readonly string[];
  /** What every product here is good for, in one sentence. */
  readonly about: string;
  readonly lines: readonly ShelfLine[];
}

/** What few lines need to say. */
export type LineExtras = Partial<Pick<ShelfLine, 'tags' | 'variants' | 'soldOut' | 'active'>>;

/** Writes a line down briefly; prices are in pence. */
export const line = (id: string, title: string, brand: string, pricePence: number, extras: LineExtras = {}): ShelfLine => ({
  id,
  title,
  brand,
  pricePence,
  tags: [],
  variants: [],
  soldOut: [],
  active: true,
  ...extras,
});
