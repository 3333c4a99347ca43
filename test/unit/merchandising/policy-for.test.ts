import { describe, expect, it } from 'vitest';
import { policyFor } from '../../../src/domain/merchandising/policy-for.js';
import { defaultPolicy } from '../../../src/domain/merchandising/policy.js';

describe('the policy of a placement', () => {
  const set = { ...defaultPolicy('CROSS_SELL', 'BASKET'), learnedShareCap: 0.5, version: 3 };

  it('is the one that somebody set', () => {
    expect(policyFor([defaultPolicy('CROSS_SELL', 'CHECKOUT'), set], 'CROSS_SELL', 'BASKET')).toBe(set);
  });

  it('is the default of its own lane where nobody set one', () => {
    expect(policyFor([set], 'PERSONALISATION', 'BASKET')).toEqual(defaultPolicy('PERSONALISATION', 'BASKET'));
    expect(policyFor([set], 'PERSONALISATION', 'BASKET').fallback).toBe(true);
    expect(policyFor([], 'CROSS_SELL', 'BASKET').fallback).toBe(false);
  });
});
