import { describe, expect, it } from 'vitest';
import { pinConflicts } from '../../../../src/domain/merchandising/in-force/pin-conflicts.js';
import type { MerchandisingRule } from '../../../../src/domain/merchandising/rule.js';
import { ruleWith, selectorWith } from '../samples.js';

const pin = (id: string, parts: Partial<MerchandisingRule> = {}): MerchandisingRule => ruleWith({ id, action: 'PIN', slot: 1, ...parts });

const found = (...rules: MerchandisingRule[]): readonly string[] => pinConflicts(rules).map(({ ruleId, otherRuleId }) => `${ruleId}~${otherRuleId}`);

describe('two pins', () => {
  it('conflict over one slot under one condition', () => {
    expect(pinConflicts([pin('a'), pin('b')])).toEqual([{ ruleId: 'b', otherRuleId: 'a', slot: 1 }]);
    const when = selectorWith({ productIds: ['x', 'y'] });
    expect(found(pin('a', { when }), pin('b', { when: selectorWith({ productIds: ['y', 'x', 'x'] }) }))).toEqual(['b~a']);
  });

  it('conflict where one is limited to a placement and the other is not', () => {
    expect(found(pin('a'), pin('b', { placements: ['BASKET'] }))).toEqual(['b~a']);
    expect(found(pin('a', { placements: ['BASKET', 'CHECKOUT'] }), pin('b', { placements: ['CHECKOUT'] }))).toEqual(['b~a']);
  });

  it('live together on other slots, placements, conditions, lanes or times', () => {
    expect(found(pin('a'), pin('b', { slot: 2 }))).toEqual([]);
    expect(found(pin('a', { placements: ['BASKET'] }), pin('b', { placements: ['CHECKOUT'] }))).toEqual([]);
    expect(found(pin('a'), pin('b', { when: selectorWith({ brands: ['Zoom'] }) }))).toEqual([]);
    expect(found(pin('a'), pin('b', { lane: 'PERSONALISATION' }))).toEqual([]);
    const turn = new Date('2026-12-01T00:00:00Z');
    expect(found(pin('a', { validUntil: turn }), pin('b', { validFrom: turn }))).toEqual([]);
  });

  it('do not conflict when one is retired, and other actions never do', () => {
    expect(found(pin('a', { state: 'RETIRED' }), pin('b'), ruleWith({ id: 'c' }), pin('d', { slot: null }))).toEqual([]);
  });

  it('are reported once for each rule, naming the first that it meets', () => {
    expect(found(pin('a'), pin('b'), pin('c'))).toEqual(['b~a', 'c~a']);
  });
});
