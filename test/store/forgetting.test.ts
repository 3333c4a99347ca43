import { beforeAll, describe, expect, it } from 'vitest';

import { forgetProduct } from '../../src/domain/privacy/forget-product.js';
import { ABOUT_A_FORGOTTEN_PRODUCT } from '../../src/domain/privacy/fence.js';
import type { Collections } from '../../src/stores/collections.js';
import { heldOf } from '../support/bounded-facts.js';
import { NOW } from '../support/builders.js';
import { markedCustomer, personalStoresOver } from '../support/fenced-stores.js';
import { useShopProcesses } from '../support/shop-processes.js';

const before = new Date(NOW.getTime() - 1_000);
const after = new Date(NOW.getTime() + 1_000);
const REJECTED = { kind: 'rejected', message: ABOUT_A_FORGOTTEN_PRODUCT };

describe('forgetting a product', () => {
  const { open } = useShopProcesses();
  let collections: Collections;
  let stores: ReturnType<typeof personalStoresOver>;
  beforeAll(() => {
    collections = open();
    stores = personalStoresOver(collections);
  });
  const forget = async (customerId: string, now = NOW) => forgetProduct({ customerId, productId: 'p1' }, { ...stores, now });
  const idsOf = async (customerId: string) => (await heldOf(stores.facts, customerId)).interactions.map(({ id }) => id).toSorted();
  const profileOf = async (customerId: string) => collections.profiles.findOne({ _id: customerId });

  it('removes what the customer did with it until then, and nothing else', async () => {
    const { customerId, view, order } = markedCustomer('ada');
    await stores.facts.recordOrders([order('1')]);
    await stores.facts.recordInteractions([
      view('1', { at: before }),
      view('2', { at: NOW, kind: 'NOT_INTERESTED' }),
      view('other', { productId: 'p2' }),
      view('of-others', { customerId: 'sister' }),
    ]);
    expect(await forget(customerId)).toEqual({ ok: true, interactions: 2 });
    expect(await idsOf(customerId)).toEqual(['ada-view-other']);
    expect((await heldOf(stores.facts, customerId)).orders).toHaveLength(1);
    expect(await idsOf('sister')).toEqual(['ada-view-of-others']);
  });

  it('refuses replays of it and takes what is new', async () => {
    const { customerId, view } = markedCustomer('ben');
    await stores.facts.recordInteractions([view('1', { at: before })]);
    await forget(customerId);
    expect(await stores.facts.recordInteractions([view('1', { at: before }), view('2', { at: NOW }), view('3', { at: after })])).toEqual([REJECTED, REJECTED, { kind: 'accepted' }]);
    expect(await idsOf(customerId)).toEqual(['ben-view-3']);
  });

  it('removes what is held already though a fast clock says it is to come, keeps it out, and takes what is new', async () => {
    const { customerId, view } = markedCustomer('fast');
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
    await stores.facts.recordInteractions([view('1', { at: at(120) }), view('2', { at: at(300) })]);
    await stores.facts.recordInteractions([view('other', { productId: 'p2', at: at(300) })]);
    expect(await forget(customerId)).toEqual({ ok: true, interactions: 2 });
    expect(await stores.facts.recordInteractions([view('1', { at: at(120) }), view('2', { at: at(300) })])).toEqual([REJECTED, REJECTED]);
    expect(await stores.facts.recordInteractions([view('3', { at: at(301) })])).toEqual([{ kind: 'accepted' }]);
  });

  it('counts a view a minute later as new, where no clock was fast', async () => {
    const { customerId, view } = markedCustomer('ivo');
    await stores.facts.recordInteractions([view('1', { at: before })]);
    await forget(customerId);
    expect(await stores.facts.recordInteractions([view('2', { at: new Date(NOW.getTime() + 60_000) })])).toEqual([{ kind: 'accepted' }]);
  });

  it('reaches up to the latest wish, whichever comes last', async () => {
    const { customerId, view } = markedCustomer('cat');
    await forget(customerId, after);
    await forget(customerId, NOW);
    expect(await stores.facts.recordInteractions([view('1', { at: after })])).toEqual([REJECTED]);
  });

  it('takes it out of the profile at once, but not what was bought', async () => {
    const { customerId, view, order } = markedCustomer('dan');
    await stores.facts.recordInteractions([view('1', { at: before }), view('2', { at: before, productId: 'p9' })]);
    await forget(customerId);
    expect((await profileOf(customerId))?.recentProductIds).toEqual(['p9']);
    await stores.facts.recordOrders([order('1')]);
    await forget(customerId);
    expect((await profileOf(customerId))?.products.map(({ productId }) => productId).toSorted()).toEqual(['p1', 'p2', 'p9']);
  });

  it('has the days measured again whose lists it touched', async () => {
    const { customerId, view } = markedCustomer('eve');
    await stores.facts.recordInteractions([view('1', { at: new Date('2024-05-05T10:00:00Z') }), view('2', { at: new Date('2024-05-06T10:00:00Z'), recommendationId: null })]);
    const touches = async (day: string) => (await collections.dayChanges.findOne({ _id: day }))?.touches ?? 0;
    const held = await touches('2024-05-05');
    await forget(customerId);
    expect(await touches('2024-05-05')).toBeGreaterThan(held);
    expect(await touches('2024-05-06')).toBe(0);
  });

  it('is swept up after a writer that was killed before it looked again', async () => {
    const { customerId, view } = markedCustomer('fay');
    await forget(customerId);
    await stores.unfenced.facts.recordInteractions([view('1', { at: before }), view('2', { at: after })]);
    expect(await stores.erasures.sweep()).toBe(1);
    expect(await idsOf(customerId)).toEqual(['fay-view-2']);
  });

  it('names everything that is wrong with what was asked', async () => {
    const answer = await forgetProduct({ customerId: '', productId: '$p' }, { ...stores, now: NOW });
    expect(answer).toMatchObject({ ok: false, problems: [{ path: 'customerId' }, { path: 'productId' }] });
  });

  it('gives an erased customer no profile', async () => {
    await stores.erasures.erase('erased', NOW);
    expect(await forget('erased')).toEqual({ ok: true, interactions: 0 });
    expect(await profileOf('erased')).toBeNull();
  });
});
