import { describe, expect, it } from 'vitest';

import { areTwoPersons } from '../../../../src/domain/merchandising/changing/second-person.js';

describe('two names', () => {
  it.each([
    ['capital letters', 'mia', 'Mia'],
    ['space around it', 'mia', 'mia '],
    ['space in it', 'Ada Merchant', 'Ada \u00a0 Merchant'],
    ['a zero-width space', 'mia', 'mi\u200ba'],
    ['a soft hyphen', 'mia', 'mi\u00ada'],
    ['a variation selector', 'mia', 'mia\ufe0f'],
    ['space before a sign that cannot be seen', 'mia', 'mia \u200b'],
    ['another width of the letters', 'mia', 'ｍｉａ'],
    ['another way to write an accent', 'Zo\u00eb', 'ZOE\u0308'],
    ['another way to write a letter in capitals', 'Strauß', 'STRAUSS'],
  ])('that differ in %s are of one person', (_, one, other) => {
    expect([areTwoPersons(one, other), areTwoPersons(other, one)]).toEqual([false, false]);
  });

  it('that read differently are of two persons', () => {
    for (const [one, other] of [['mia', 'noor'], ['mia', 'mia2'], ['Ada Merchant', 'AdaMerchant'], ['李', '王']] as const) {
      expect(areTwoPersons(one, other)).toBe(true);
    }
  });

  it('of which one cannot be seen are not two persons', () => {
    for (const nobody of ['', ' ', '\u200b', '\u3164']) expect([areTwoPersons(nobody, 'mia'), areTwoPersons('mia', nobody)]).toEqual([false, false]);
  });
});
