import { describe, expect, it } from 'vitest';
import { ANONYMOUS, hasScope, isSelfOr, SCOPES, type Caller } from '../../../src/domain/privacy/caller.js';

const ANN: Caller = { customerId: 'ann', subject: 'ann', scopes: new Set() };
const MAILER: Caller = { customerId: null, subject: 'mailer', scopes: new Set(['picks:read']) };

describe('a caller', () => {
  it('may read what is their own, and nobody else’s', () => {
    expect(isSelfOr(ANN, 'ann', 'picks:read')).toBe(true);
    expect(isSelfOr(ANN, 'bob', 'picks:read')).toBe(false);
  });

  it('may read anybody’s with the scope for it, and no other', () => {
    expect(isSelfOr(MAILER, 'ann', 'picks:read')).toBe(true);
    expect(isSelfOr(MAILER, 'ann', 'privacy:write')).toBe(false);
  });

  it('without a token may nothing', () => {
    expect(SCOPES.some((scope) => hasScope(ANONYMOUS, scope) || isSelfOr(ANONYMOUS, '', scope))).toBe(false);
  });
});
