import type { CopyAudience, CopyVariantRecord } from '../domain/copy/copy-variant.js';
import { productOf } from './mappers.js';

const NOBODY = { favouriteCategoryId: null, favouriteBrand: null, priceBand: null };

const audienceAnswer = (audience: CopyAudience) => {
  switch (audience.kind) {
    case 'FAVOURITE_CATEGORY':
      return { ...NOBODY, favouriteCategoryId: audience.categoryId };
    case 'FAVOURITE_BRAND':
      return { ...NOBODY, favouriteBrand: audience.brand };
    case 'PRICE_BAND':
      return { ...NOBODY, priceBand: { minPrice: audience.minPrice, maxPrice: audience.maxPrice, currencyCode: audience.currencyCode } };
  }
};

/** A copy variant in the words of the contract. */
export const copyAnswer = ({ productId, audience, history, ...variant }: CopyVariantRecord) => ({
  ...variant,
  product: productOf(productId),
  audience: audienceAnswer(audience),
  history: history.map(({ version, at, by, state, summary }) => ({ version, at, by, state, summary })),
});
