import { describe, expect, it } from 'vitest';
import { closestWord, didYouMean } from '../../src/rules/did-you-mean.js';

const ACTIONS = ['require', 'pin', 'recommend', 'boost', 'bury', 'exclude', 'never-personalise'];

describe('the word that was probably meant', () => {
  it.each([
    ['recomend', 'recommend'],
    ['BOOTS', 'boost'],
    ['never-personalize', 'never-personalise'],
    ['pinned', 'pin'],
    ['rec', 'recommend'],
  ])('of %s is %s', (written, meant) => {
    expect(closestWord(written, ACTIONS)).toBe(meant);
  });

  it('is left open when nothing is close', () => {
    expect(closestWord('hide', ACTIONS)).toBeNull();
    expect(closestWord('', ACTIONS)).toBeNull();
    expect(didYouMean('hide', ACTIONS)).toBe('');
  });

  it('is not looked for in text that is no word', () => {
    expect(closestWord('boost'.repeat(100), ACTIONS)).toBeNull();
  });
});
