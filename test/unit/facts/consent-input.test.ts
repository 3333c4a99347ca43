import { describe, expect, it } from 'vitest';
import { validateConsent } from '../../../src/domain/facts/consent-input.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const decidedAt = new Date('2026-05-01');

describe('A consent that was sent', () => {
  it('is taken as it stands', () => {
    expect(validateConsent({ customerId: 'c1', consent: false, decidedAt }, NOW)).toEqual({
      ok: true,
      consent: { customerId: 'c1', consent: false, decidedAt },
    });
  });

  it('is refused when nothing was decided: silence is no yes', () => {
    expect(validateConsent({ customerId: 'c1', decidedAt }, NOW)).toMatchObject({
      ok: false,
      problems: [{ message: 'consent must be true or false, got nothing' }],
    });
  });

  it('is refused for anything but yes or no', () => {
    expect(validateConsent({ customerId: 'c1', consent: 'yes', decidedAt }, NOW)).toMatchObject({
      problems: [{ message: 'consent must be true or false, got "yes"' }],
    });
  });
});
