import { byCodePoint } from '../facts/text-order.js';
import { isWithinPrices } from '../merchandising/select.js';
import type { TypicalPrice } from '../personalisation/profile.js';
import type { CopyAudience, CopyVariant } from './copy-variant.js';
import type { Favourites } from './favourites.js';

/** What is known of a customer, as far as texts are chosen by it. */
export interface CopyReader {
  readonly favourites: Favourites;
  readonly typicalPrice: TypicalPrice | null;
  /** Path from the root of every category, itself last. */
  readonly categoryPaths: ReadonlyMap<string, readonly string[]>;
}

/** How well a text suits, compared from left to right, larger first. */
type Fit = readonly [kind: number, specific: number, share: number];

/** A brand says most about what a customer likes of one product, a category less, a price band least. */
const BRAND = 3;
const CATEGORY = 2;
const BAND = 1;

/** A narrow band says more than a wide one, an open one least. In thousandths, so that equal widths are equal. */
const narrowness = (minPrice: string | null, maxPrice: string | null): number =>
  minPrice === null || maxPrice === null ? -Infinity : -Math.round((Number(maxPrice) - Number(minPrice)) * 1_000);

const bandFit = (audience: Extract<CopyAudience, { kind: 'PRICE_BAND' }>, typical: TypicalPrice | null): Fit | null => {
  if (typical === null || typical.currencyCode !== audience.currencyCode) return null;
  const paid = { priceMinor: typical.minor, currencyCode: typical.currencyCode };
  if (!isWithinPrices(paid, audience.minPrice, audience.maxPrice)) return null;
  return [BAND, narrowness(audience.minPrice, audience.maxPrice), 0];
};

const fitOf = ({ audience }: CopyVariant, { favourites, typicalPrice, categoryPaths }: CopyReader): Fit | null => {
  switch (audience.kind) {
    case 'FAVOURITE_BRAND': {
      const share = favourites.brands.get(audience.brand);
      return share === undefined ? null : [BRAND, 1, share];
    }
    case 'FAVOURITE_CATEGORY': {
      const share = favourites.categories.get(audience.categoryId);
      return share === undefined ? null : [CATEGORY, categoryPaths.get(audience.categoryId)?.length ?? 1, share];
    }
    case 'PRICE_BAND':
      return bandFit(audience, typicalPrice);
  }
};

const descending = (a: number, b: number): number => (a === b ? 0 : b > a ? 1 : -1);

const better = (a: Fit, b: Fit): number => descending(a[0], b[0]) || descending(a[1], b[1]) || descending(a[2], b[2]);

/**
 * The approved variant of one product that suits a customer best; null when none does. A favourite brand beats a favourite category, and that a
 * price band; among categories the deeper one goes first, among bands the narrower; then the larger share of the customer's interest decides,
 * then the id by code points. The order of `variants` does not matter.
 */
export const chooseCopy = (variants: readonly CopyVariant[], reader: CopyReader): CopyVariant | null => {
  const suiting = variants.flatMap((variant) => {
    const fit = variant.state === 'APPROVED' ? fitOf(variant, reader) : null;
    return fit === null ? [] : [{ variant, fit }];
  });
  const [best] = suiting.toSorted((a, b) => better(a.fit, b.fit) || byCodePoint(a.variant.id, b.variant.id));
  return best?.variant ?? null;
};
