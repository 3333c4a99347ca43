import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { refreshProfiles } from '../../src/domain/personalisation/refresh-profiles.js';
import { OF_AN_ERASED_CUSTOMER } from '../../src/domain/privacy/fence.js';
import type { Collections } from '../../src/stores/collections.js';
import { anInteraction, anOrder, NOW } from '../support/builders.js';
import { aProfile } from '../support/profiles.js';
import { holding, markedCustomer, personalStoresOver } from '../support/fenced-stores.js';
import { useShopProcesses } from '../support/shop-processes.js';

const LATER = new Date(NOW.getTime() + 86_400_000);
const REJECTED = { kind: 'rejected', message: OF_AN_ERASED_CUSTOMER };
const NOTHING = { interactions: 0, orders: 0, profiles: 0, consents: 0, servedLists: 0, exposures: 0, learningGroups: 0 };

describe('erasing a customer', () => {
  const { open } = useShopProcesses();
  let collections: Collections;
  let stores: ReturnType<typeof personalStoresOver>;
  beforeAll(() => {
    collections = open();
    stores = personalStoresOver(collections);
  });

  const holdAll = async (mark: string): Promise<ReturnType<typeof markedCustomer>> => {
    const customer = markedCustomer(mark);
    const { order, view, page, consent, customerId, sessionId } = customer;
    const { facts, profiles, servingLog } = stores;
    await facts.recordOrders([order('1'), order('2', { status: 'CANCELLED', sessionId: null }), order('guest', { customerId: null })]);
    await facts.recordInteractions([view('1'), view('2', { sessionId: `${mark}-visit-2` }), view('nameless', { customerId: null, sessionId: `${mark}-visit-2` })]);
    await facts.recordConsents([consent]);
    await refreshProfiles([customerId], { facts, profiles });
    await servingLog.recordServed([page('1'), page('2')]);
    await servingLog.recordExposures([
      { lane: 'PERSONALISATION', unitId: customerId, arm: 'TREATMENT', at: NOW },
      { lane: 'CROSS_SELL', unitId: sessionId, arm: 'HOLDOUT', at: NOW },
    ]);
    return customer;
  };
  const changesOf = async (day: string): Promise<number> => (await collections.dayChanges.findOne({ _id: day }))?.changes ?? 0;

  it('removes all that is held of them, what nobody known did in their visits included, and says how much', async () => {
    const { mark, customerId } = await holdAll('marked-ada');
    const receipt = await stores.erasures.erase(customerId, NOW);
    expect(receipt).toEqual({ id: expect.stringMatching(/^[\w-]{43}$/), erasedAt: NOW, interactions: 3, orders: 3, profiles: 1, consents: 1, servedLists: 2, exposures: 2, learningGroups: 0 });
    expect(await holding(collections, mark)).toEqual([]);
  });

  it('answers the same receipt again, with what was still found added', async () => {
    const { customerId, view } = await holdAll('again');
    const first = await stores.erasures.erase(customerId, NOW);
    expect(await stores.erasures.erase(customerId, LATER)).toEqual(first);
    // As a process does that was killed before it could look again.
    await stores.unfenced.facts.recordInteractions([view('late'), view('late-nameless', { customerId: null, sessionId: 'again-visit-3' }), view('late-named', { sessionId: 'again-visit-3' })]);
    expect(await stores.erasures.erase(customerId, LATER)).toEqual({ ...first, interactions: first.interactions + 3 });
    expect(await holding(collections, 'again')).toEqual([]);
  });

  it('gives somebody nobody knows a receipt with zeros, and keeps them out as well', async () => {
    expect(await stores.erasures.erase('unknown', NOW)).toMatchObject({ erasedAt: NOW, ...NOTHING });
    expect(await stores.facts.recordOrders([anOrder('of-unknown', ['p1'], { customerId: 'unknown' })])).toEqual([REJECTED]);
  });

  it('keeps out whatever comes later and however old it is, and nothing else of the same call', async () => {
    const { customerId, order, view, page, consent } = await holdAll('marked-ben');
    await stores.erasures.erase(customerId, NOW);
    const { facts, profiles, servingLog } = stores;
    expect(await facts.recordOrders([order('1'), anOrder('other', ['p1'], { customerId: 'other' }), order('new', { placedAt: LATER })])).toEqual([REJECTED, { kind: 'accepted' }, REJECTED]);
    expect(await facts.recordInteractions([view('new', { at: LATER }), view('1'), anInteraction('other', 'p1', { customerId: 'other' })])).toEqual([REJECTED, REJECTED, { kind: 'accepted' }]);
    expect(await facts.recordConsents([consent, { customerId: 'other', consent: true, decidedAt: NOW }])).toEqual([REJECTED, { kind: 'accepted' }]);
    expect(await profiles.swap([{ profile: aProfile({ customerId }), expected: 0 }, { profile: aProfile({ customerId: 'other' }), expected: 0 }])).toEqual([]);
    await servingLog.recordServed([page('new'), page('other', { customerId: 'other', recommendationId: 'list-of-other' }), page('all', { customerId: null, recommendationId: 'list-of-all' })]);
    await servingLog.recordExposures([{ lane: 'PERSONALISATION', unitId: customerId, arm: 'HOLDOUT', at: LATER }]);
    expect(await holding(collections, 'marked-ben')).toEqual([]);
    expect((await holding(collections, 'other')).map((document) => document.split(':')[0]).toSorted()).toEqual(['behaviour_profiles', 'consents', 'interactions', 'orders', 'served']);
    expect(await holding(collections, 'list-of-all')).toHaveLength(1);
  });

  it('leaves to others what is theirs in a shared visit, and lets them go on in it', async () => {
    const { customerId, view, order } = markedCustomer('family');
    const theirs = { customerId: 'sister' };
    await stores.facts.recordInteractions([view('1'), view('sister', theirs), view('nameless', { customerId: null })]);
    await stores.facts.recordOrders([order('sister', theirs)]);
    expect(await stores.erasures.erase(customerId, NOW)).toMatchObject({ interactions: 2, orders: 0 });
    expect(await stores.facts.recordInteractions([view('sister-2', theirs), view('nameless-2', { customerId: null })])).toEqual([{ kind: 'accepted' }, REJECTED]);
    const left = await holding(collections, 'family');
    expect(left).toHaveLength(3);
    expect(left.filter((document) => document.includes('sister'))).toHaveLength(3);
  });

  it('has the days measured again whose orders, listed interactions and comparisons it changed', async () => {
    const { customerId, order, view, sessionId } = markedCustomer('days');
    const at = (day: string): Date => new Date(`${day}T10:00:00Z`);
    await stores.facts.recordOrders([
      order('1', { placedAt: at('2025-01-01') }),
      order('guest', { customerId: null, placedAt: at('2025-01-02') }),
      order('sister', { customerId: 'sister', placedAt: at('2025-01-03') }),
    ]);
    await stores.facts.recordInteractions([
      view('1', { at: at('2025-01-04') }),
      view('nameless', { customerId: null, at: at('2025-01-05') }),
      view('of-no-list', { at: at('2025-01-06'), recommendationId: null }),
    ]);
    await stores.servingLog.recordExposures([
      { lane: 'CROSS_SELL', unitId: sessionId, arm: 'TREATMENT', at: at('2025-01-07') },
      { lane: 'PERSONALISATION', unitId: customerId, arm: 'TREATMENT', at: at('2025-01-08') },
    ]);
    const days = Array.from({ length: 9 }, (_, index) => `2025-01-0${String(index + 1)}`);
    const before = await Promise.all(days.map(changesOf));
    await stores.erasures.erase(customerId, NOW);
    const after = await Promise.all(days.map(changesOf));
    const risen = days.filter((_, index) => (after[index] ?? 0) > (before[index] ?? 0));
    // The third is that of somebody who shared the visit: which part it had in the comparison is not known any more.
    expect(risen).toEqual(['01', '02', '03', '04', '05', '07', '08'].map((day) => `2025-01-${day}`));
  });

  it('removes very many facts a bounded number at a time', async () => {
    const { customerId, view } = markedCustomer('much');
    const views = Array.from({ length: 2_300 }, (_, index) => view(String(index), { sessionId: `much-visit-${String(index % 1_100)}` }));
    await collections.interactions.insertMany(views.map(({ id, ...rest }) => ({ _id: id, ...rest })));
    expect(await stores.erasures.erase(customerId, NOW)).toMatchObject({ interactions: 2_300 });
    expect(await holding(collections, 'much')).toEqual([]);
  });

  it('keeps tombstones that name nobody, under a key that every process shares', async () => {
    await stores.erasures.erase('zacharias', NOW);
    const first = await stores.erasures.erase('zacharias', NOW);
    const other = personalStoresOver(open());
    expect(await other.erasures.erase('zacharias', LATER)).toEqual(first);
    expect(await holding(collections, 'zacharias')).toEqual([]);
    expect(await collections.erasures.findOne({ _id: first.id })).toMatchObject({ kind: 'customer', at: NOW });
    expect(await collections.erasureKeys.countDocuments({})).toBe(1);
  });

  it('counts together what two processes remove at the same time', async () => {
    const { customerId } = await holdAll('twice');
    await Promise.all([stores.erasures.erase(customerId, NOW), personalStoresOver(open()).erasures.erase(customerId, LATER)]);
    expect(await stores.erasures.erase(customerId, LATER)).toMatchObject({ interactions: 3, orders: 3, profiles: 1, consents: 1, servedLists: 2, exposures: 2, learningGroups: 0 });
  });
});

describe('what is replayed around an erasure', () => {
  const { open } = useShopProcesses();

  it('ends the same in whatever order facts and erasure come', { timeout: 60_000 }, async () => {
    const collections = open();
    const stores = personalStoresOver(collections);
    let run = 0;
    const steps = ['mine', 'mine elsewhere', 'order', 'nameless', 'nameless elsewhere', 'sister', 'guest', 'erase', 'nameless nowhere', 'order elsewhere', 'guest elsewhere'] as const;
    const orders = fc.shuffledSubarray([...steps], { minLength: steps.length, maxLength: steps.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        run += 1;
        const mark = `run-${String(run)}-`;
        const customer = markedCustomer(mark);
        const elsewhere = { sessionId: `${mark}-visit-2` };
        const acts: Readonly<Record<(typeof steps)[number], () => Promise<unknown>>> = {
          mine: async () => stores.facts.recordInteractions([customer.view('1')]),
          'mine elsewhere': async () => stores.facts.recordInteractions([customer.view('2', elsewhere)]),
          order: async () => stores.facts.recordOrders([customer.order('1')]),
          nameless: async () => stores.facts.recordInteractions([customer.view('3', { customerId: null })]),
          'nameless elsewhere': async () => stores.facts.recordInteractions([customer.view('4', { customerId: null, ...elsewhere })]),
          sister: async () => stores.facts.recordOrders([customer.order('sister', { customerId: 'sister' })]),
          guest: async () => stores.facts.recordOrders([customer.order('of-nobody', { customerId: null, ...elsewhere })]),
          'order elsewhere': async () => stores.facts.recordOrders([customer.order('2', { sessionId: `${mark}-visit-3` })]),
          'guest elsewhere': async () => stores.facts.recordOrders([customer.order('guest-2', { customerId: null, sessionId: `${mark}-visit-3` })]),
          erase: async () => stores.erasures.erase(customer.customerId, NOW),
          'nameless nowhere': async () => stores.facts.recordInteractions([customer.view('stranger', { customerId: null, sessionId: `${mark}-visit-of-a-stranger` })]),
        };
        for (const step of [...order, ...order]) await acts[step]();
        const left = await holding(collections, mark);
        const stay = ['of-nobody', 'sister', 'stranger'];
        expect(left.map((document) => stay.find((word) => document.includes(word)) ?? document).toSorted()).toEqual(stay);
      }),
      { numRuns: 25 },
    );
  });
});
