import { describe, expect, it } from 'vitest';

import { aModel, aProduct, aRule, aSelector, NOW, someStatistics } from '../support/builders.js';
import { aHabit, aProfile } from '../support/profiles.js';
import { holdRules } from '../support/held-rules.js';
import { tokenOf, useSubgraph } from '../support/subgraph.js';

const PAGE = `query ($r: [_Any!]!, $first: Int = 4, $after: String) {
  _entities(representations: $r) {
    ... on Product {
      complements(first: $first, after: $after) {
        recommendationId emptyReason unknownIds
        edges { slot required quantity cursor node { id } provenance { source explanation personalised modelVersion rule { id version } because { id } evidence { ordersTogether support confidence lift windowDays } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        slots { human learned fallback learnedShareCap }
      }
    }
  }
}`;
const PICKS = `query ($r: [_Any!]!, $surface: PersonalSurface = HOME, $context: SurfaceContext) {
  _entities(representations: $r) {
    ... on Customer {
      id
      personalisedPicks(surface: $surface, context: $context) {
        edges { slot node { id } provenance { source personalised explanation } }
        personalisation { applied reason }
        emptyReason
      }
      behaviourProfile { consent interactions recentProducts { id } categories { categoryId affinity } }
    }
  }
}`;
const product = (id: string) => ({ r: [{ __typename: 'Product', id }] });
const customer = (id: string) => ({ r: [{ __typename: 'Customer', id }] });

const fill = async ({ facts, models, profiles, decisions }: Parameters<Parameters<typeof useSubgraph>[0]>[0]): Promise<void> => {
  await facts.recordProducts([
    aProduct('car', { title: 'RC car', categoryPath: ['toys', 'rc-cars'] }),
    aProduct('aa', { tags: ['aa'], categoryPath: ['power'] }),
    ...['track', 'wax', 'box', 'gone'].map((id) => aProduct(id, { inStock: id !== 'gone', categoryPath: ['toys'] })),
  ]);
  await models.stage(
    'm1',
    someStatistics({
      coPurchase: [
        {
          productId: 'car',
          orders: 50,
          neighbourIds: ['gone', 'track', 'wax', 'box'],
          ordersTogether: [30, 20, 10, 5],
          neighbourOrders: [40, 40, 40, 40],
          scores: [4, 3, 2, 1],
          basketScores: [4, 3, 2, 1],
        },
      ],
      popularity: [
        { categoryId: '', ids: ['wax', 'box', 'track'], scores: [3, 2, 1] },
        { categoryId: 'toys', ids: ['box', 'track'], scores: [2, 1] },
      ],
    }),
  );
  await models.publish(aModel());
  const batteries = aRule('needs-aa', {
    action: 'REQUIRE',
    when: aSelector({ categoryIds: ['toys'] }),
    then: aSelector({ tags: ['aa'] }),
    quantity: 2,
  });
  await holdRules(decisions, [batteries]);
  await facts.recordConsents([{ customerId: 'ada', consent: true, decidedAt: NOW }]);
  await profiles.swap([
    {
      profile: aProfile({
        customerId: 'ada',
        products: [aHabit('track', { purchases: 3, purchaseWeight: 3 })],
        categories: [{ id: 'toys', weight: 9 }],
        recentProductIds: ['track'],
        interactions: 4,
      }),
      expected: 0,
    },
  ]);
};

describe('complements of a product', () => {
  const subgraph = useSubgraph(fill);

  it('say who put each product there, with the companion first and the evidence of each pair', async () => {
    const { data, errors, headers } = await subgraph().ask(PAGE, product('car'));
    expect(errors).toBeUndefined();
    const { complements } = data._entities[0];
    expect(complements.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(['aa', 'track', 'wax', 'box']);
    expect(complements.edges[0]).toMatchObject({
      slot: 1,
      required: true,
      quantity: 2,
      provenance: { source: 'REQUIRED_COMPANION', explanation: 'RC car needs it', rule: { id: 'needs-aa', version: 1 }, evidence: null, personalised: false },
    });
    expect(complements.edges[1].provenance).toEqual({
      source: 'CO_PURCHASE',
      explanation: 'Bought together in 20 orders',
      personalised: false,
      modelVersion: 'm1',
      rule: null,
      because: { id: 'car' },
      evidence: { ordersTogether: 20, support: 0.02, confidence: 0.4, lift: 10, windowDays: 365 },
    });
    expect(complements).toMatchObject({ emptyReason: null, unknownIds: [], slots: { human: 1, learned: 3, fallback: 0, learnedShareCap: 1 } });
    expect(headers['cache-control']).toBe('public, max-age=60');
  });

  it('may be kept by shared caches until the next rule begins or ends, and no longer', async () => {
    const { stores, snapshots, clock, ask } = subgraph();
    const ending = aRule('ending', { action: 'BOOST', weight: 2, then: aSelector({ productIds: ['wax'] }), validUntil: new Date(NOW.getTime() + 10_500) });
    await holdRules(stores.decisions, [ending]);
    await snapshots.refresh();
    const maxAge = async (afterMs: number) => {
      clock.now = new Date(NOW.getTime() + afterMs);
      return (await ask(PAGE, product('car'))).headers['cache-control'];
    };
    expect([await maxAge(0), await maxAge(9_600), await maxAge(10_500)]).toEqual(['public, max-age=10', 'private, no-store', 'public, max-age=60']);
    clock.now = NOW;
    await holdRules(stores.decisions, [{ ...ending, state: 'RETIRED' }]);
    await snapshots.refresh();
  });

  it('go on where the page before ended, under the same recommendation id', async () => {
    const first = (await subgraph().ask(PAGE, { ...product('car'), first: 3 })).data._entities[0].complements;
    const second = (await subgraph().ask(PAGE, { ...product('car'), first: 3, after: first.pageInfo.endCursor })).data._entities[0].complements;
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(second.edges.map((edge: { slot: number; node: { id: string } }) => [edge.slot, edge.node.id])).toEqual([[4, 'box']]);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(second.recommendationId).toBe(first.recommendationId);
  });

  it('are empty for a product the catalogue does not know, and say so', async () => {
    const { data } = await subgraph().ask(PAGE, product('nowhere'));
    expect(data._entities[0].complements).toMatchObject({ edges: [], emptyReason: 'UNKNOWN_ANCHOR', unknownIds: ['nowhere'] });
  });

  it('are the same for every caller', async () => {
    const anonymous = await subgraph().ask(PAGE, product('car'));
    const ada = await subgraph().ask(PAGE, product('car'), await tokenOf('ada'));
    expect(ada.data).toEqual(anonymous.data);
  });

  it.each([
    [{ first: 0 }, 'first must be 1 to 24, got 0'],
    [{ first: 25 }, 'first must be 1 to 24, got 25'],
    [{ after: 'not a cursor' }, 'after must be an endCursor of this list'],
  ])('cost only the field when an argument is wrong: %j', async (wrong, message) => {
    const { data, errors, headers } = await subgraph().ask(PAGE, { ...product('car'), ...wrong });
    expect(data._entities[0]).toEqual({ complements: null });
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(headers['cache-control']).toBe('private, no-store');
  });
});

describe('a request for many lists', () => {
  const subgraph = useSubgraph(fill);

  it('is refused once its lists are asked about too many products together, and those before it are answered', async () => {
    const alongside = Array.from({ length: 100 }, (_, index) => `x${String(index)}`);
    const query = `query ($r: [_Any!]!, $alongside: [ID!]!) { _entities(representations: $r) { ... on Product { complements(alongside: $alongside) { emptyReason edges { slot } } } } }`;
    const r = Array.from({ length: 100 }, () => ({ __typename: 'Product', id: 'car' }));
    const { data, errors } = await subgraph().ask(query, { r, alongside });
    const answered = data._entities.filter(({ complements }: { complements: unknown }) => complements !== null);
    expect(answered).toHaveLength(99);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });
});

describe('complements of a basket', () => {
  const subgraph = useSubgraph(fill);
  const ask = async (productIds: readonly string[], more = '') =>
    subgraph().ask(
      `query ($productIds: [ID!]!) { basketComplements(productIds: $productIds ${more}) { unknownIds emptyReason edges { node { id } } } }`,
      { productIds },
    );

  it('are one list without what is in the basket, and name what is unknown', async () => {
    const { data } = await ask(['car', 'nowhere', 'track', 'car']);
    expect(data.basketComplements.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(['aa', 'wax', 'box']);
    expect(data.basketComplements.unknownIds).toEqual(['nowhere']);
  });

  it('need 1 to 100 products', async () => {
    expect((await ask([])).errors).toMatchObject([{ message: 'productIds must hold 1 to 100 ids, got 0' }]);
    const many = Array.from({ length: 101 }, (_, index) => String(index));
    expect((await ask(many)).errors).toMatchObject([{ message: 'productIds may hold 100 ids at most, got 101' }]);
  });

  it('can be narrowed by price and category, and refuse prices that contradict each other', async () => {
    const { data } = await ask(['car'], 'filter: { categoryIds: ["toys"], maxPrice: "10.00" }');
    expect(data.basketComplements.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(['track', 'wax', 'box']);
    expect((await ask(['car'], 'filter: { maxPrice: "9.99" }')).data.basketComplements).toMatchObject({ edges: [], emptyReason: 'ALL_FILTERED' });
    expect((await ask(['car'], 'filter: { minPrice: "5", maxPrice: "4" }')).errors).toMatchObject([
      { message: 'filter.minPrice 5 is above filter.maxPrice 4' },
    ]);
  });
});

describe('picks of a customer', () => {
  const subgraph = useSubgraph(fill);

  it('are chosen from what the customer did, and nobody may cache them', async () => {
    const { data, headers } = await subgraph().ask(PICKS, customer('ada'), await tokenOf('ada'));
    const { personalisedPicks, behaviourProfile } = data._entities[0];
    expect(personalisedPicks.personalisation).toEqual({ applied: true, reason: 'PERSONALISED' });
    expect(personalisedPicks.edges[0]).toEqual({
      slot: 1,
      node: { id: 'track' },
      provenance: { source: 'BUY_AGAIN', personalised: true, explanation: 'You bought it 3 times' },
    });
    expect(behaviourProfile).toEqual({
      consent: true,
      interactions: 4,
      recentProducts: [{ id: 'track' }],
      categories: [{ categoryId: 'toys', affinity: 1 }],
    });
    expect(headers['cache-control']).toBe('private, no-store');
  });

  it('are a full list for a customer who has not consented, and say so', async () => {
    const { data } = await subgraph().ask(PICKS, customer('cleo'), await tokenOf('cleo'));
    const { personalisedPicks } = data._entities[0];
    expect(personalisedPicks.personalisation).toEqual({ applied: false, reason: 'NO_CONSENT' });
    expect(personalisedPicks.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(['wax', 'box', 'track']);
  });

  it('look alike for foreign and for unknown customers, and nothing is read for them', async () => {
    subgraph().commands.length = 0;
    const token = await tokenOf('cleo');
    const foreign = await subgraph().ask(PICKS, customer('ada'), token);
    const unknown = await subgraph().ask(PICKS, customer('bob'), token);
    const hide = (text: unknown): string => JSON.stringify(text).replaceAll('ada', '…').replaceAll('bob', '…');
    expect(hide([foreign.data, foreign.errors])).toBe(hide([unknown.data, unknown.errors]));
    expect(foreign.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(foreign.data._entities[0]).toMatchObject({ personalisedPicks: null, behaviourProfile: null });
    expect(subgraph().commands).toEqual([]);
  });

  it('are open to a caller with the scope, the profile is not', async () => {
    const { data } = await subgraph().ask(PICKS, customer('ada'), await tokenOf('shop', 'picks:read'));
    expect(data._entities[0].personalisedPicks.personalisation.reason).toBe('PERSONALISED');
    expect(data._entities[0].behaviourProfile).toBeNull();
  });

  it('re-rank a search and add nothing to it', async () => {
    const variables = { ...customer('ada'), surface: 'SEARCH', context: { candidateIds: ['wax', 'gone', 'track', 'nowhere'] } };
    const { data } = await subgraph().ask(PICKS, variables, await tokenOf('ada'));
    expect(data._entities[0].personalisedPicks.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(['track', 'wax']);
  });

  it.each(['CATEGORY', 'SEARCH', 'PRODUCT_PAGE'])('name what the surface %s needs when it is not given', async (surface) => {
    const { errors } = await subgraph().ask(PICKS, { ...customer('ada'), surface }, await tokenOf('ada'));
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^context\.\w+ is needed on the surface/), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('learning status', () => {
  const subgraph = useSubgraph(fill);
  const QUERY = '{ learningStatus { modelVersion orders sufficient shortfall } }';

  it('is for analysts, and tells whether there is enough to rely on', async () => {
    expect((await subgraph().ask(QUERY, {}, await tokenOf('ada'))).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { data } = await subgraph().ask(QUERY, {}, await tokenOf('ann', 'reports:read'));
    expect(data.learningStatus).toEqual({
      modelVersion: 'm1',
      orders: 1000,
      sufficient: false,
      shortfall: '10 pairs have enough support, at least 20 are needed',
    });
  });

  const WITHHELD = '{ learningStatus { modelVersion withheld { modelVersion at orders publishedHitRate withheldHitRate margin } } }';
  const status = async () => (await subgraph().ask(WITHHELD, {}, await tokenOf('ann', 'reports:read'))).data.learningStatus;
  const withheld = { modelVersion: 'm2', orders: 1200, publishedHitRate: 0.0796, withheldHitRate: 0.0589, margin: 0.0047 };

  it('tells by what figures a newer version was held back, for as long as it is the newest that was learned', async () => {
    expect(await status()).toEqual({ modelVersion: 'm1', withheld: null });
    await subgraph().stores.models.withhold('m1', { ...withheld, at: NOW });
    await subgraph().snapshots.refresh();
    expect(await status()).toEqual({ modelVersion: 'm1', withheld: { ...withheld, at: NOW.toISOString() } });
    await subgraph().stores.models.publish(aModel({ version: 'm3', publishedAt: new Date(NOW.getTime() + 1) }));
    await subgraph().snapshots.refresh();
    expect(await status()).toEqual({ modelVersion: 'm3', withheld: null });
  });
});
