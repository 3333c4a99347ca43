import { describe, expect, it } from 'vitest';
import { traitsOf } from '../../../src/domain/catalogue/traits.js';

describe('the traits of a product', () => {
  it('are the words of its title and its brand', () => {
    expect(traitsOf({ title: 'Red Retrospot Lantern', brand: 'Acme' })).toEqual([
      'word:red',
      'word:retrospot',
      'word:lantern',
      'brand:Acme',
    ]);
  });

  it('are each there once, whatever case and accents a word is written in, and without what is no word', () => {
    expect(traitsOf({ title: 'Café CAFE n° 12, of the café-bar', brand: null })).toEqual(['word:cafe', 'word:the', 'word:bar']);
  });

  it('are kept apart by kind', () => {
    expect(traitsOf({ title: 'lamps', brand: 'lamps' })).toEqual(['word:lamps', 'brand:lamps']);
  });
});
