import { createHash } from 'node:crypto';

import type { CopyAudience, CopyContents } from './copy-variant.js';

const audienceOf = (audience: CopyAudience): CopyAudience => {
  switch (audience.kind) {
    case 'FAVOURITE_CATEGORY':
      return { kind: audience.kind, categoryId: audience.categoryId };
    case 'FAVOURITE_BRAND':
      return { kind: audience.kind, brand: audience.brand };
    case 'PRICE_BAND':
      return { kind: audience.kind, minPrice: audience.minPrice, maxPrice: audience.maxPrice, currencyCode: audience.currencyCode };
  }
};

/** What a variant says, in one order of fields and without whatever else comes with it. */
export const contentsOf = ({ productId, text, audience }: CopyContents): CopyContents => ({ productId, text, audience: audienceOf(audience) });

/** Fingerprint of what a variant says (SHA-256). */
export const fingerprintOf = (contents: CopyContents): string =>
  createHash('sha256').update(JSON.stringify(contentsOf(contents))).digest('base64url');

/** Whether two variants say the same to the same customers. */
export const saySame = (a: CopyContents, b: CopyContents): boolean => fingerprintOf(a) === fingerprintOf(b);
