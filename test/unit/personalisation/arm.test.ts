import { describe, expect, it } from 'vitest';
import { decideArm, type ArmQuestion } from '../../../src/domain/personalisation/arm.js';

const WELL_KNOWN: ArmQuestion = {
  consent: true,
  heldOut: false,
  neverPersonalise: false,
  autopilot: 'ASSIST',
  unreadable: false,
  hasHistory: true,
};

describe('the arm', () => {
  it('is personal for a customer who consents, is known, and whom nothing speaks against', () => {
    expect(decideArm(WELL_KNOWN)).toBe('PERSONALISED');
    expect(decideArm({ ...WELL_KNOWN, autopilot: 'APPROVED_ONLY' })).toBe('PERSONALISED');
  });

  it('is decided by the first that speaks against it: reading, consent, holdout, rules, policy, history', () => {
    const against: readonly (readonly [Partial<ArmQuestion>, string])[] = [
      [{ hasHistory: false }, 'NEW_CUSTOMER'],
      [{ autopilot: 'CURATED_ONLY' }, 'CURATED_ONLY'],
      [{ neverPersonalise: true }, 'NEVER_PERSONALISE'],
      [{ heldOut: true }, 'HOLDOUT'],
      [{ consent: false }, 'NO_CONSENT'],
      [{ unreadable: true }, 'DEGRADED'],
    ];
    let question = WELL_KNOWN;
    for (const [change, reason] of against) {
      question = { ...question, ...change };
      expect(decideArm(question)).toBe(reason);
      expect(decideArm({ ...WELL_KNOWN, ...change })).toBe(reason);
    }
  });
});
