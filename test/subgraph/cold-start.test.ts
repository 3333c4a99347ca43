import { describe, expect, it } from 'vitest';

import type { Stores } from '../../src/stores/open.js';
import { NOW } from '../support/builders.js';
import { importRows, learn, orderRows } from '../support/fed-shop.js';
import { bought, daysAgo } from '../support/learning-facts.js';
import { madeUpOrders } from '../support/made-up-shops.js';
import { tokenOf, useSubgraph } from '../support/subgraph.js';

const PAGE = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product { complements(first: 4) {
  emptyReason edges { node { id } provenance { source explanation evidence { ordersTogether } } } slots { learned fallback }
} } } }`;
const BASKET = `query ($ids: [ID!]!) { basketComplements(productIds: $ids) { emptyReason edges { node { id } provenance { source } } } }`;
const PICKS = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer {
  personalisedPicks(surface: HOME) { emptyReason personalisation { applied reason } edges { node { id } provenance { source explanation } } }
} } }`;
const STATUS = '{ learningStatus { modelVersion orders products pairs customers sufficient shortfall withheld { at } } }';
const FALLBACK = `mutation { setPlacementPolicy(input: { lane: CROSS_SELL, placement: "PRODUCT_PAGE", fallback: true }) { __typename } }`;
const LOOKED = `mutation { recordInteractions(input: { interactions: [
  { eventId: "e1", kind: VIEW, customerId: "new", productId: "stove", at: "${NOW.toISOString()}" }
] }) { ... on RecordingReport { accepted } } }`;

interface Edge {
  readonly node: { readonly id: string };
  readonly provenance: { readonly source: string; readonly explanation: string };
}

const productIds = ({ edges }: { readonly edges: readonly Edge[] }): readonly string[] => edges.map(({ node }) => node.id);
const sources = ({ edges }: { readonly edges: readonly Edge[] }): readonly string[] => [...new Set(edges.map(({ provenance }) => provenance.source))];

const useShop = (fill: (stores: Stores) => Promise<void>) => {
  const subgraph = useSubgraph(fill, { consentDefault: 'granted' });
  const entity = async (query: string, type: string, id: string, token?: string) =>
    (await subgraph().ask(query, { r: [{ __typename: type, id }] }, token)).data._entities[0];
  return {
    subgraph,
    complements: async (id: string) => (await entity(PAGE, 'Product', id)).complements,
    basket: async (...ids: readonly string[]) => (await subgraph().ask(BASKET, { ids })).data.basketComplements,
    picks: async (id: string) => (await entity(PICKS, 'Customer', id, await tokenOf(id))).personalisedPicks,
    status: async () => (await subgraph().ask(STATUS, {}, await tokenOf('ann', 'reports:read'))).data.learningStatus,
    switchOnFallback: async () => {
      await subgraph().ask(FALLBACK, {}, await tokenOf('mia', 'merchandising:write'));
      await subgraph().snapshots.refresh();
    },
  };
};

const NO_LIST = { edges: [] };
const RANGE = ['product_id,title,categories', 'tent,Tent,camping', 'pegs,Pegs,camping', 'lamp,Lamp,light', 'stove,Stove,kitchen', 'gas,Gas,kitchen'];

describe('an empty shop', () => {
  const shop = useShop(async () => undefined);

  it('answers every list with an empty one that says why, and nothing fails', async () => {
    expect(await shop.complements('tent')).toMatchObject({ ...NO_LIST, emptyReason: 'UNKNOWN_ANCHOR' });
    expect(await shop.basket('tent', 'pegs')).toMatchObject({ ...NO_LIST, emptyReason: 'UNKNOWN_ANCHOR' });
    expect(await shop.picks('new')).toMatchObject({ ...NO_LIST, emptyReason: 'NO_EVIDENCE', personalisation: { applied: false, reason: 'NEW_CUSTOMER' } });
    expect(await shop.status()).toMatchObject({ modelVersion: null, sufficient: false, shortfall: 'Nothing has been learned yet' });
  });

  it('can learn, which publishes a model that counts nothing', async () => {
    await learn(shop.subgraph().stores);
    await shop.subgraph().snapshots.refresh();
    expect(await shop.picks('new')).toMatchObject({ ...NO_LIST, emptyReason: 'NO_EVIDENCE' });
    expect((await shop.status()).modelVersion).not.toBeNull();
  });
});

describe('a shop with a range that has sold nothing yet', () => {
  const shop = useShop((stores) => importRows(stores, 'catalogue', RANGE));

  it('shows everybody its range, and does not claim that it sells', async () => {
    const picks = await shop.picks('new');
    expect(productIds(picks)).toEqual(['gas', 'lamp', 'pegs', 'stove', 'tent']);
    expect(picks.edges.map(({ provenance }: Edge) => provenance.explanation)).toEqual(Array(5).fill('From our range'));
  });

  it('has nothing that goes with a product until somebody switches the fallback on, and then the rest of the range', async () => {
    expect(await shop.complements('tent')).toMatchObject({ ...NO_LIST, emptyReason: 'NO_EVIDENCE' });
    await shop.switchOnFallback();
    const list = await shop.complements('tent');
    expect(productIds(list)).toEqual(['gas', 'lamp', 'pegs', 'stove']);
    expect(list.slots).toEqual({ learned: 0, fallback: 4 });
  });
});

describe('a product that came in after learning', () => {
  const lanterns = ['Red lantern', 'Blue lantern', 'Paper lantern', 'Garden lantern'].map((title, at) => `l${String(at)},${title},light for ${String(at)}`);
  const others = Array.from({ length: 12 }, (_, at) => `s${String(at)},Thing ${'abcdefghijkl'[at] ?? ''}xx,misc`);
  const pairs = Array.from({ length: 6 }, (_, at) => [`s${String(2 * at)}`, `s${String(2 * at + 1)}`]);
  const orders = [
    ...['ann', 'bob', 'cat'].flatMap((customer, at) => [
      bought(`lanterns${at}`, customer, ['l0', 'l1', 'l2', 'l3'], daysAgo(at + 1)),
      ...pairs.map((pair) => bought(`${pair.join('-')}-${at}`, customer, pair, daysAgo(at + 1))),
    ]),
  ];
  const shop = useShop(async (stores) => {
    await importRows(stores, 'catalogue', ['product_id,title,categories', ...lanterns, ...others]);
    await importRows(stores, 'orders', orderRows(orders));
    await learn(stores);
    await importRows(stores, 'catalogue', ['product_id,title,categories', 'new,Silver lantern,new-in', 'own,Gold lantern,light for 0', 'other,Teapot,new-in']);
  });

  it('goes with what its traits go with in this shop, and says no more than that', async () => {
    const list = await shop.complements('new');
    expect(productIds(list).toSorted()).toEqual(['l0', 'l1', 'l2', 'l3']);
    expect(list.edges[0].provenance).toEqual({ source: 'SHARED_TRAIT', explanation: 'Products like this and Silver lantern are bought together', evidence: null });
    expect(list.slots).toEqual({ learned: 4, fallback: 0 });
    expect(productIds(await shop.complements('own')).toSorted()).toEqual(['l1', 'l2', 'l3']);
    expect(await shop.complements('other')).toMatchObject({ ...NO_LIST, emptyReason: 'NO_EVIDENCE' });
  });
});

/** Three customers bought tents with pegs; gas and stoves sell by themselves, gas most; the lamp is new. */
const TEN_ORDERS = [
  ...['ann', 'bob', 'cat'].map((customer, at) => bought(`tent${at}`, customer, ['tent', 'pegs'], daysAgo(at + 1))),
  ...['dan', 'eve', 'fay', 'gus', 'hal'].map((customer, at) => bought(`gas${at}`, customer, ['gas'], daysAgo(at + 1))),
  ...['dan', 'ivy'].map((customer, at) => bought(`stove${at}`, customer, ['stove'], daysAgo(at + 10))),
];

describe('a shop with ten orders', () => {
  const shop = useShop(async (stores) => {
    await importRows(stores, 'catalogue', RANGE);
    await importRows(stores, 'orders', orderRows(TEN_ORDERS));
    await learn(stores);
  });

  it('already shows what three customers bought together, with the count, and denies that there is enough to rely on', async () => {
    const list = await shop.complements('tent');
    expect(list.edges).toMatchObject([{ node: { id: 'pegs' }, provenance: { source: 'CO_PURCHASE', evidence: { ordersTogether: 3 } } }]);
    expect(await shop.status()).toMatchObject({ orders: 10, pairs: 2, sufficient: false, shortfall: '10 completed orders in the window, at least 500 are needed' });
  });

  it('offers a customer first what they may buy again, then what is in demand, and then what sells', async () => {
    const picks = await shop.picks('ann');
    expect(picks.personalisation).toEqual({ applied: true, reason: 'PERSONALISED' });
    expect(productIds(picks).slice(0, 2).toSorted()).toEqual(['pegs', 'tent']);
    expect(productIds(picks)).toHaveLength(new Set(productIds(picks)).size);
    expect(productIds(picks)).toContain('gas');
    expect(sources(picks)).toEqual(['BUY_AGAIN', 'IN_DEMAND', 'POPULAR']);
  });

  it('offers a new customer what sells, best first, as everybody without a history', async () => {
    const picks = await shop.picks('new');
    expect(picks.personalisation).toEqual({ applied: false, reason: 'NEW_CUSTOMER' });
    expect(productIds(picks)).toEqual(['gas', 'pegs', 'tent', 'stove']);
    expect(picks.edges[0].provenance).toEqual({ source: 'POPULAR', explanation: 'Popular in our shop' });
    expect(productIds(await shop.picks('newer'))).toEqual(productIds(picks));
  });

  it('has nothing that goes with a new product, alone or in a basket with it, and says so', async () => {
    expect(await shop.complements('lamp')).toMatchObject({ ...NO_LIST, emptyReason: 'NO_EVIDENCE' });
    expect(await shop.basket('lamp')).toMatchObject({ ...NO_LIST, emptyReason: 'NO_EVIDENCE' });
    expect(productIds(await shop.basket('lamp', 'tent'))).toEqual(['pegs']);
  });

  it('shows beside a new product what sells, where the placement may fall back, and beside others what goes with them first', async () => {
    await shop.switchOnFallback();
    const list = await shop.complements('lamp');
    expect(productIds(list)).toEqual(['gas', 'pegs', 'tent', 'stove']);
    expect([sources(list), list.slots]).toEqual([['POPULAR'], { learned: 0, fallback: 4 }]);
    expect(productIds(await shop.complements('tent'))).toEqual(['pegs', 'gas', 'stove']);
  });

  it('is personal for a new customer from the first look on, without learning again', async () => {
    expect((await shop.subgraph().ask(LOOKED, {}, await tokenOf('shop', 'events:write'))).data.recordInteractions).toEqual({ accepted: 1 });
    const picks = await shop.picks('new');
    expect(picks.personalisation).toEqual({ applied: true, reason: 'PERSONALISED' });
    // What they looked at, and what else sells in its category, before what sells most.
    expect(productIds(picks).slice(0, 2).toSorted()).toEqual(['gas', 'stove']);
    expect(picks.edges[0].provenance.source).not.toBe('POPULAR');
  });
});

describe('whether there is enough to rely on, asked after an import and a learning', () => {
  const shop = useShop(async () => undefined);
  const orders = madeUpOrders({ orders: 1000, products: 60, together: 0.4, another: 0.5 });

  it.each([
    [0, '0 completed orders in the window, at least 500 are needed'],
    [10, '10 completed orders in the window, at least 500 are needed'],
    [100, '100 completed orders in the window, at least 500 are needed'],
    [1000, null],
  ])('is told truly at %i orders', async (held, shortfall) => {
    const { stores, snapshots } = shop.subgraph();
    if (held > 0) await importRows(stores, 'orders', orderRows(orders.slice(0, held)), '--derive-catalogue');
    await learn(stores);
    await snapshots.refresh();
    expect(await shop.status()).toMatchObject({ orders: held, sufficient: shortfall === null, shortfall, withheld: null });
  });
});
