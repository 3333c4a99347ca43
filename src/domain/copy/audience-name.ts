import type { CopyAudience } from './copy-variant.js';

const bandName = (minPrice: string | null, maxPrice: string | null, currencyCode: string): string => {
  if (minPrice === null) return `up to ${maxPrice ?? ''} ${currencyCode}`;
  return maxPrice === null ? `${minPrice} ${currencyCode} or more` : `${minPrice} to ${maxPrice} ${currencyCode}`;
};

/** An audience in words, for the history and for the copy writer: "customers whose favourite brand is Acme". */
export const audienceName = (audience: CopyAudience): string => {
  switch (audience.kind) {
    case 'FAVOURITE_CATEGORY':
      return `customers whose favourite category is ${audience.categoryId}`;
    case 'FAVOURITE_BRAND':
      return `customers whose favourite brand is ${audience.brand}`;
    case 'PRICE_BAND':
      return `customers who usually pay ${bandName(audience.minPrice, audience.maxPrice, audience.currencyCode)}`;
  }
};
