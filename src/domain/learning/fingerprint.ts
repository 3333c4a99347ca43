/**
 * 53 bits of a text, as a whole number: stands for an order's, customer's or visit's id in typed arrays, where a string would cost tens of bytes.
 * It depends on nothing but the text. Among a million ids two share one with a chance of about 1 in 18,000, and then two customers count as
 * one, which errs on the side of privacy.
 * Source: cyrb53 by bryc (public domain), whose last step is that of MurmurHash3.
 */
export const fingerprint = (text: string): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (low & 0x1fffff) + (high >>> 0);
};

/** Mixes two fingerprints into 32 bits: a fair, repeatable draw for each product of each group. */
export const draw = (group: number, product: number): number => {
  let mixed = (group >>> 0) ^ Math.imul(product >>> 0, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 2246822507);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3266489909);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
