import { describe, expect, it } from 'vitest';
import { policyFor } from '../../../src/domain/merchandising/policy-for.js';
import { defaultPolicy, type Autopilot } from '../../../src/domain/merchandising/policy.js';

describe('the policy of a placement', () => {
  const set = { ...defaultPolicy('CROSS_SELL', 'BASKET'), learnedShareCap: 0.5, version: 3 };

  it('is the one that somebody set', () => {
    expect(policyFor({ policies: [defaultPolicy('CROSS_SELL', 'CHECKOUT'), set], ceiling: 'ASSIST' }, 'CROSS_SELL', 'BASKET')).toEqual(set);
  });

  it('is the default of its own lane where nobody set one', () => {
    expect(policyFor({ policies: [set], ceiling: 'ASSIST' }, 'PERSONALISATION', 'BASKET')).toEqual(defaultPolicy('PERSONALISATION', 'BASKET'));
    expect(policyFor({ policies: [set], ceiling: 'ASSIST' }, 'PERSONALISATION', 'BASKET').fallback).toBe(true);
    expect(policyFor({ policies: [], ceiling: 'ASSIST' }, 'CROSS_SELL', 'BASKET').fallback).toBe(false);
  });

  it('is held back by the shop’s ceiling, and never let loose by it', () => {
    const autopilotUnder = (own: Autopilot, ceiling: Autopilot): Autopilot =>
      policyFor({ policies: [{ ...set, autopilot: own }], ceiling }, 'CROSS_SELL', 'BASKET').autopilot;
    expect(autopilotUnder('ASSIST', 'CURATED_ONLY')).toBe('CURATED_ONLY');
    expect(autopilotUnder('APPROVED_ONLY', 'ASSIST')).toBe('APPROVED_ONLY');
    expect(autopilotUnder('CURATED_ONLY', 'APPROVED_ONLY')).toBe('CURATED_ONLY');
    expect(policyFor({ policies: [], ceiling: 'CURATED_ONLY' }, 'PERSONALISATION', 'HOME').autopilot).toBe('CURATED_ONLY');
  });
});
