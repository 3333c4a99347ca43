import type { ProductFacts } from '../../domain/catalogue/product.js';
import { validateProduct } from '../../domain/facts/product-input.js';
import type { Order } from '../../domain/facts/order.js';

interface Sale {
  readonly at: number;
  readonly priceMinor: number;
  readonly currencyCode: string;
}

interface Seen {
  readonly titles: Map<string, number>;
  newest: Sale;
}

const isNewer = (a: Sale, b: Sale): boolean => {
  if (a.at !== b.at) return a.at > b.at;
  return a.priceMinor === b.priceMinor ? a.currencyCode < b.currencyCode : a.priceMinor > b.priceMinor;
};

const isTitle = (title: string): boolean => validateProduct({ productId: 'any', title }).ok;

/** The most frequent title; of equally frequent ones the first in the alphabet. */
const commonest = (titles: ReadonlyMap<string, number>): string | undefined =>
  [...titles].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([title]) => title).find(isTitle);

/**
 * What orders say about products that the catalogue does not hold: the title most rows give it and the price of the newest sale.
 * The same orders in any sequence say the same.
 */
export class DerivedCatalogue {
  readonly #products = new Map<string, Seen>();

  observe(order: Order, titles: readonly (readonly [productId: string, title: string])[]): void {
    for (const { productId, unitPriceMinor } of order.lines) {
      this.#observeSale(productId, { at: order.placedAt.getTime(), priceMinor: unitPriceMinor, currencyCode: order.currencyCode });
    }
    for (const [productId, title] of titles) {
      const known = this.#products.get(productId)?.titles;
      known?.set(title, (known.get(title) ?? 0) + 1);
    }
  }

  /** One entry per product, by id; without a usable title the id stands in for it. */
  products(): readonly ProductFacts[] {
    const ids = [...this.#products.keys()].sort();
    return ids.flatMap((id) => {
      const seen = this.#products.get(id);
      if (seen === undefined) return [];
      const { priceMinor, currencyCode } = seen.newest;
      const nowhere = { categoryPath: [], brand: null, tags: [], variantOf: null };
      return [{ id, title: commonest(seen.titles) ?? id, ...nowhere, priceMinor, currencyCode, inStock: true, active: true }];
    });
  }

  #observeSale(productId: string, sale: Sale): void {
    const seen = this.#products.get(productId);
    if (seen === undefined) this.#products.set(productId, { titles: new Map(), newest: sale });
    else if (isNewer(sale, seen.newest)) seen.newest = sale;
  }
}
