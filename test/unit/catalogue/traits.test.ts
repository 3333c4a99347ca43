import { describe, expect, it } from 'vitest';
import { traitsOf } from '../../../src/domain/catalogue/traits.js';

describe('the traits of a product', () => {
  it('are the words of its title, its brand and the category it is in', () => {
    expect(traitsOf({ title: 'Red Retrospot Lantern', brand: 'Acme', categoryPath: ['home', 'lamps'] })).toEqual([
      'word:red',
      'word:retrospot',
      'word:lantern',
      'brand:Acme',
      'category:lamps',
    ]);
  });

  it('are each there once, whatever case and accents a word is written in, and without what is no word', () => {
    expect(traitsOf({ title: 'Café CAFE n° 12, of the café-bar', brand: null, categoryPath: [] })).toEqual(['word:cafe', 'word:the', 'word:bar']);
  });

  it('are kept apart by kind', () => {
    expect(traitsOf({ title: 'lamps', brand: 'lamps', categoryPath: ['lamps'] })).toEqual(['word:lamps', 'brand:lamps', 'category:lamps']);
  });
});
