import { describe, expect, it } from 'vitest';
import { isActive, windowsOverlap } from '../../../../src/domain/merchandising/in-force/rule-window.js';
import { ruleWith } from '../samples.js';

const at = (text: string): Date => new Date(text);
const november = { validFrom: at('2026-11-01T00:00:00Z'), validUntil: at('2026-12-01T00:00:00Z') };
const open = { validFrom: null, validUntil: null };

describe('a rule', () => {
  it('is in force only when it is approved', () => {
    const now = at('2026-11-15T00:00:00Z');
    expect(isActive(ruleWith({ state: 'APPROVED' }), now)).toBe(true);
    expect(isActive(ruleWith({ state: 'DRAFT' }), now)).toBe(false);
    expect(isActive(ruleWith({ state: 'RETIRED' }), now)).toBe(false);
  });

  it('is in force from its first instant on', () => {
    expect(isActive(ruleWith(november), at('2026-10-31T23:59:59.999Z'))).toBe(false);
    expect(isActive(ruleWith(november), at('2026-11-01T00:00:00Z'))).toBe(true);
  });

  it('is no longer in force at the instant it ends', () => {
    expect(isActive(ruleWith(november), at('2026-11-30T23:59:59.999Z'))).toBe(true);
    expect(isActive(ruleWith(november), at('2026-12-01T00:00:00Z'))).toBe(false);
  });
});

describe('two windows', () => {
  it('overlap when they share an instant', () => {
    expect(windowsOverlap(open, november)).toBe(true);
    expect(windowsOverlap(november, { validFrom: at('2026-11-30T00:00:00Z'), validUntil: null })).toBe(true);
  });

  it('do not overlap when one starts as the other ends', () => {
    expect(windowsOverlap(november, { validFrom: november.validUntil, validUntil: null })).toBe(false);
    expect(windowsOverlap({ validFrom: null, validUntil: november.validFrom }, november)).toBe(false);
  });
});
