import { describe, expect, it } from 'vitest';

import { catalogueTextOf } from '../../../src/domain/copy/catalogue-text.js';
import { checkGenerated } from '../../../src/domain/copy/check-generated.js';
import { CLAIM_WORDS } from '../../../src/domain/copy/claim-words.js';
import { aProduct } from '../../support/builders.js';

const TENT = catalogueTextOf(
  aProduct('tent', {
    title: 'Waterproof tent for 4, 2.5 m, sugar-free colours',
    brand: 'Acme',
    categoryPath: ['outdoor', 'organic-cotton'],
    tags: ['1,000 mm', 'Brand new'],
    priceMinor: 19_900,
  }),
);
const reasons = (text: string): readonly string[] => checkGenerated(text, TENT);

describe('a generated text', () => {
  it.each([
    'For nights under the stars.',
    'A waterproof home for 4, wherever you pitch it.',
    'Room for four under 2.5 m of cotton.',
    '1000 mm between you and the rain.',
    'Sugar-free colours, brand new from Acme.',
    'An organic take on the weekend away.',
    'Ein Zuhause für unterwegs.',
    'Waterproof, and one of a kind.',
    'A carefree weekend, and a freezing night.',
  ])('may say what the catalogue says: %s', (text) => {
    expect(reasons(text)).toEqual([]);
  });

  it.each([
    ['a currency sign', 'Yours for € less', '“€”'],
    ['a sign of compatibility', 'Yours for ＄ less', '“$”'],
    ['an amount', 'Under £200', '“200”'],
    ['a percentage', 'Now 20% lighter', '“%”'],
    ['a currency by its code', 'Pay in GBP', '“GBP”'],
    ['money in words', 'Half the cost', '“cost”'],
    ['the price, also where it is the right one', 'Only 199 for a tent', '“199”'],
    ['a number', 'Sleeps 6', '“6”'],
    ['a number in words', 'Sleeps twelve', '“12”'],
    ['a number in other signs', 'Sleeps ６ or ½', '“6”, “1/2”'],
    ['a part of a number', 'Up to 5 m', '“5”'],
    ['a claim', 'The safest tent', '“safest”'],
    ['a claim by its stem', 'Guaranteed to please', '“guaranteed”'],
    ['a claim by its ending', 'Shockproof poles', '“shockproof”'],
    ['a claim with accents or capitals', 'ÉCOLOGICAL', '“ecological”'],
    ['a claim joined by a dash', 'Non-toxic fabric', '“toxic”, “nontoxic”'],
    ['a claim that the catalogue makes of something else', 'Get it free', '“it free”'],
    ['novelty in other words than the catalogue', 'The newest tent', '“newest”'],
    ['a claim in look-alike letters', 'Totally sаfe', '“sаfe”'],
    ['a claim with unseen characters', 'Totally sa\u200bfe', 'cannot be seen'],
    ['a link', 'See www.example.com', '“www.example.com”'],
    ['an address', 'Write to me@example.com', '“me@example.com”'],
    ['HTML', 'A <b>tent</b>', 'plain text'],
    ['nothing', ' ', '1 to 200 characters'],
    ['too much', 'a '.repeat(150), '1 to 200 characters'],
  ])('may not hold %s', (_, text, told) => {
    expect(reasons(text).join('; ')).toContain(told);
  });

  it('is refused for every reason at once', () => {
    expect(reasons('Best of 9, 10% off')).toEqual([
      'mentions money or a share: “%”',
      'holds a number that the catalogue does not: “9”, “10”',
      'claims what the catalogue does not say: “best”',
    ]);
  });

  it('is refused for every listed word, with any ending where one is open', () => {
    for (const word of Object.values(CLAIM_WORDS).flat()) {
      const example = word.startsWith('*') ? word.replace('*', 'frost') : word.replace('*', 'xy');
      expect(checkGenerated(`With ${example} in it`, catalogueTextOf(aProduct('p', { title: 'Thing' }))), word).not.toEqual([]);
      expect(checkGenerated(`With ${example} in it`, catalogueTextOf(aProduct('p', { title: `With ${example}` }))), word).toEqual([]);
    }
  });
});
