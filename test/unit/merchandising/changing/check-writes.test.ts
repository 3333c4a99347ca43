import { describe, expect, it } from 'vitest';

import { checkWrites, countWrites } from '../../../../src/domain/merchandising/changing/check-writes.js';
import type { HeldDecisions } from '../../../../src/domain/merchandising/kept/decisions.js';
import { aCopyRecord, aPairRecord, aPolicyRecord, aRuleRecord, aShopAutopilotRecord } from '../../../support/builders.js';

const nothing: HeldDecisions = { rules: new Map(), policies: new Map(), pairs: new Map(), shopAutopilot: null, copies: new Map() };
const policy = aPolicyRecord({ lane: 'CROSS_SELL', placement: 'BASKET' });
const keys = { ruleIds: ['r'], policies: [policy], pairs: [{ anchorId: 'a', complementId: 'b' }], copyIds: ['c'], shopAutopilot: true };
const all = {
  rules: [aRuleRecord('r')],
  policies: [policy],
  pairs: [aPairRecord('a', 'b')],
  copies: [aCopyRecord('c')],
  shopAutopilot: aShopAutopilotRecord(),
};

describe('the writes of a decision', () => {
  it('may be the next version of anything that was read', () => {
    expect(() => checkWrites(keys, nothing, all)).not.toThrow();
    const held = { ...nothing, rules: new Map([['r', aRuleRecord('r', { version: 4 })]]), shopAutopilot: aShopAutopilotRecord({ version: 2 }) };
    const next = { rules: [aRuleRecord('r', { version: 5 })], shopAutopilot: aShopAutopilotRecord({ version: 3 }) };
    expect(() => checkWrites(keys, held, next)).not.toThrow();
  });

  it.each(Object.entries(all))('may not be of %s that nobody read', (kind, records) => {
    expect(() => checkWrites({}, nothing, { [kind]: records })).toThrow('without having been read');
  });

  it('may not name one thing twice', () => {
    expect(() => checkWrites(keys, nothing, { rules: [aRuleRecord('r'), aRuleRecord('r')] })).toThrow('r is written twice');
  });

  it('may neither skip a version nor keep the one that stands', () => {
    const held = { ...nothing, rules: new Map([['r', aRuleRecord('r', { version: 4 })]]) };
    for (const version of [4, 6]) expect(() => checkWrites(keys, held, { rules: [aRuleRecord('r', { version })] })).toThrow('where 5 is next');
  });

  it('are counted over all kinds', () => {
    expect(countWrites({})).toBe(0);
    expect(countWrites(all)).toBe(5);
  });
});
