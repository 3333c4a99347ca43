import { describe, expect, it } from 'vitest';
import { demoConfig } from '../../src/config.js';
import { demoTokens } from '../../src/demo/tokens.js';
import { SCOPES } from '../../src/domain/privacy/caller.js';
import { createCallerReader } from '../../src/server/caller-token.js';

describe('The demo\'s tokens', () => {
  it('are the same on every machine, so that documents may show them', async () => {
    expect(await demoTokens()).toEqual(await demoTokens());
  });

  it('are what the server takes: customers without scopes, staff with a name and theirs, and the shop with every scope', async () => {
    const tokens = await demoTokens();
    for (const at of ['2026-11-20', '2099-12-31']) {
      const read = createCallerReader(demoConfig().identity, () => new Date(at));
      expect(await read(`Bearer ${tokens.ada}`)).toEqual({ kind: 'known', caller: { customerId: 'ada', subject: 'ada', scopes: new Set() } });
      expect(await read(`Bearer ${tokens.shop}`)).toEqual({ kind: 'known', caller: { customerId: null, subject: null, scopes: new Set(SCOPES) } });
      const merchandising = new Set(['merchandising:read', 'merchandising:write']);
      expect(await read(`Bearer ${tokens.mia}`)).toMatchObject({ caller: { subject: 'mia', scopes: merchandising } });
      expect(await read(`Bearer ${tokens.noor}`)).toMatchObject({ caller: { subject: 'noor', scopes: merchandising } });
      expect(await read(`Bearer ${tokens.ivy}`)).toMatchObject({ caller: { subject: 'ivy', scopes: new Set(['reports:read']) } });
    }
  });

  it('are worth nothing with another secret', async () => {
    const tokens = await demoTokens({ secret: 'another-secret-of-thirty-two-bytes-or-more', issuer: 'tandem-demo', audience: 'tandem-demo' });
    const read = createCallerReader(demoConfig().identity, () => new Date('2026-11-20'));
    expect(await read(`Bearer ${tokens.ada}`)).toEqual({ kind: 'refused' });
  });
});
