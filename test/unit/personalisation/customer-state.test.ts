import { describe, expect, it } from 'vitest';
import { hasHistory, loadCustomer } from '../../../src/domain/personalisation/customer-state.js';
import { ALL_CUSTOMERS_HELD_OUT, NO_HOLDOUT } from '../../support/arms.js';
import { aHabit, aProfile } from '../../support/profiles.js';
import { aReader, type ShopHoldings } from '../../support/in-memory-reader.js';

const SETTINGS = { consentDefault: false, holdoutShares: NO_HOLDOUT, holdoutSalt: 'salt' };
const ANN = aProfile({ customerId: 'ann' });

const load = (shop: Partial<ShopHoldings>, settings: Partial<typeof SETTINGS> = {}) =>
  loadCustomer('ann', aReader({ profiles: [ANN], ...shop }), { ...SETTINGS, ...settings });

describe('a customer', () => {
  it('consents as they decided, and as the shop assumes until then', async () => {
    expect((await load({ consents: { ann: true } })).consent).toBe(true);
    expect((await load({ consents: { ann: false } }, { consentDefault: true })).consent).toBe(false);
    expect((await load({}, { consentDefault: true })).consent).toBe(true);
    expect((await load({})).consent).toBe(false);
  });

  it('has a profile once anything is known', async () => {
    expect(await load({})).toEqual({ customerId: 'ann', consent: false, heldOut: false, profile: ANN, unreadable: false });
    expect((await load({ profiles: [] })).profile).toBeNull();
  });

  it('is held out by the settings of the shop', async () => {
    expect((await load({}, { holdoutShares: ALL_CUSTOMERS_HELD_OUT })).heldOut).toBe(true);
  });

  it.each(['consents', 'behaviour_profiles'] as const)('is unreadable when %s are, and not when anything else is', async (name) => {
    expect((await load({ down: [name] })).unreadable).toBe(true);
    expect((await load({ down: ['catalogue', 'similarity_stats', 'copurchase_stats', 'decided_pairs'] })).unreadable).toBe(false);
  });

  it('is read in both collections whatever they consent to, so that the customers of a request stay in step', async () => {
    const reader = aReader({ consents: { ann: false } });
    await loadCustomer('ann', reader, SETTINGS);
    expect([...reader.asked].toSorted()).toEqual(['behaviour_profiles', 'consents']);
  });

  it('has history with a product or a category to choose from', () => {
    expect([null, ANN].map(hasHistory)).toEqual([false, false]);
    expect(hasHistory(aProfile({ products: [aHabit('p')] }))).toBe(true);
    expect(hasHistory(aProfile({ categories: [{ id: 'toys', weight: 1 }] }))).toBe(true);
  });
});
