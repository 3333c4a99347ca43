import { describe, expect, it } from 'vitest';
import { validateProduct, type ProductInput } from '../../../src/domain/facts/product-input.js';

const messagesOf = (changes: ProductInput): readonly string[] => {
  const checked = validateProduct({ productId: 'p1', title: 'A robot', ...changes });
  return checked.ok ? [] : checked.problems.map(({ message }) => message);
};

describe('A product that was sent', () => {
  it('needs an id and a title only, and is in stock and active unless it says otherwise', () => {
    expect(validateProduct({ productId: 'p1', title: ' A robot ', currencyCode: 'GBP' })).toEqual({
      ok: true,
      product: {
        id: 'p1',
        title: 'A robot',
        categoryPath: [],
        brand: null,
        tags: [],
        priceMinor: null,
        currencyCode: null,
        variantOf: null,
        inStock: true,
        active: true,
      },
    });
  });

  it('is taken with its price in minor units and each tag once', () => {
    const checked = validateProduct({
      ...{ productId: 'p2', title: 'Robot', categoryPath: ['toys', 'robots'], brand: 'Acme', price: '1500', currencyCode: 'JPY' },
      ...{ tags: ['new', 'blue', 'new'], variantOf: 'p1', inStock: false, active: true },
    });
    expect(checked).toMatchObject({ ok: true, product: { priceMinor: 1500, currencyCode: 'JPY', tags: ['new', 'blue'], variantOf: 'p1', inStock: false } });
  });

  it('stands alone when it names itself as its parent', () => {
    expect(validateProduct({ productId: 'p1', title: 'A robot', variantOf: 'p1' })).toMatchObject({ product: { variantOf: null } });
  });

  it.each<[string, ProductInput, string]>([
    ['no title', { title: '' }, 'title must be text of 1 to 500 characters, got ""'],
    ['a title that is too long', { title: 'x'.repeat(501) }, `title must be text of 1 to 500 characters, got "${'x'.repeat(58)}…`],
    ['a NUL in its title', { title: 'a\u0000b' }, 'title must be text without control characters, got "a\\u0000b"'],
    ['a price without a currency', { price: '1.50' }, 'currencyCode must be a known ISO 4217 currency code in capitals, got nothing'],
    ['a negative price', { price: '-1', currencyCode: 'EUR' }, 'price must be 0 or more, got "-1"'],
    ['an operator among its tags', { tags: ['new', { $gt: '' }] }, 'tags[1] must be an id (text that is not empty), got {"$gt":""}'],
    ['a category path that is no list', { categoryPath: 'toys' }, 'categoryPath must be a list of at most 20 ids, got "toys"'],
    ['a flag that is none', { inStock: 'maybe' }, 'inStock must be true or false, got "maybe"'],
  ])('is refused for %s', (_, changes, message) => {
    expect(messagesOf(changes)).toEqual([message]);
  });
});
