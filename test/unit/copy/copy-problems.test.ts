import { describe, expect, it } from 'vitest';

import { productIdProblems, textProblems } from '../../../src/domain/copy/copy-problems.js';
import { readAudience, type AudienceParts } from '../../../src/domain/copy/read-audience.js';

const pathsOf = (parts: AudienceParts): string[] => {
  const reading = readAudience(parts);
  return reading.ok ? [] : reading.problems.map(({ path }) => path);
};
const band = (minPrice: string | null, maxPrice: string | null, currencyCode = 'GBP') => ({ priceBand: { minPrice, maxPrice, currencyCode } });

describe('the text of a copy variant', () => {
  it.each(['x', 'Für lange Abende — mit „Freunden“.', 'y'.repeat(200), '😀'.repeat(200), 'A & B; R&D, 3 * 4 = 12, a_b', 'für die 👨‍👩‍👧', 'می\u200cخواهم', 'Bar\u00adgeld', '👍'])('may be %j', (text) => {
    expect(textProblems(text)).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['blank', '  \u00a0 '],
    ['longer than 200 characters', 'y'.repeat(201)],
    ['on two lines', 'one\ntwo'],
    ['on two lines of Unicode', 'one\u2028two'],
    ['with a control character', 'a\u0007b'],
    ['with half a character', 'a\ud83d'],
    ['turned from right to left', 'a\u202eb'],
    ['with a mark of direction', 'a\u200f b'],
    ['a zero-width space alone', '\u200b'],
    ['a soft hyphen alone', ' \u00ad '],
    ['a mark of Arabic letters alone', '\u061c'],
    ['marks of direction alone', '\u200f\u200e'],
    ['an accent of no letter', '\u0301'],
    ['a filler alone', '\u3164'],
    ['HTML', 'a <b>bold</b> text'],
    ['an entity', 'Fish &amp; chips'],
    ['a Markdown link', 'see [this](x)'],
    ['Markdown emphasis', '**now**'],
  ])('may not be %s', (_, text) => {
    expect(textProblems(text).map(({ path }) => path)).toEqual(['text']);
  });
});

describe('the product of a copy variant', () => {
  it('is named by an id', () => {
    expect(productIdProblems('p1')).toEqual([]);
    expect(productIdProblems('')).toHaveLength(1);
    expect(productIdProblems('$where')).toHaveLength(1);
  });
});

describe('the audience of a copy variant', () => {
  it('is one category, one brand or one price band', () => {
    expect(readAudience({ favouriteCategoryId: 'toys', favouriteBrand: null })).toEqual({
      ok: true,
      audience: { kind: 'FAVOURITE_CATEGORY', categoryId: 'toys' },
    });
    expect(readAudience({ favouriteBrand: ' Acme ' })).toEqual({ ok: true, audience: { kind: 'FAVOURITE_BRAND', brand: 'Acme' } });
    expect(readAudience(band('10', null))).toEqual({
      ok: true,
      audience: { kind: 'PRICE_BAND', minPrice: '10', maxPrice: null, currencyCode: 'GBP' },
    });
  });

  it.each<[string, AudienceParts]>([
    ['nobody', {}],
    ['nobody by nulls', { favouriteCategoryId: null, favouriteBrand: null, priceBand: null }],
    ['two at once', { favouriteCategoryId: 'toys', favouriteBrand: 'Acme' }],
  ])('is never %s', (_, parts) => {
    expect(pathsOf(parts)).toEqual(['audience']);
  });

  it('says where it is wrong', () => {
    expect(pathsOf({ favouriteCategoryId: '' })).toEqual(['audience.favouriteCategoryId']);
    expect(pathsOf({ favouriteBrand: ' ' })).toEqual(['audience.favouriteBrand']);
    expect(pathsOf(band(null, null))).toEqual(['audience.priceBand']);
    expect(pathsOf(band('-1', 'twelve'))).toEqual(['audience.priceBand.minPrice', 'audience.priceBand.maxPrice']);
    expect(pathsOf(band('10.01', '10.0'))).toEqual(['audience.priceBand.maxPrice']);
    expect(pathsOf(band('10', '10.00'))).toEqual([]);
    expect(pathsOf(band('1', null, 'gbp'))).toEqual(['audience.priceBand.currencyCode']);
    expect(readAudience({}, 'audiences[3]')).toMatchObject({ problems: [{ path: 'audiences[3]' }] });
  });
});
