import { describe, expect, it } from 'vitest';

import { demoConfig } from '../../src/config.js';
import { armOf } from '../../src/domain/measurement/arm.js';
import type { Stores } from '../../src/stores/open.js';
import { aServingLog } from '../support/arms.js';
import { aModel, aProduct, aRule, aSelector, NOW, someNeighbours, someStatistics } from '../support/builders.js';
import { aHabit, aProfile } from '../support/profiles.js';
import { holdRules } from '../support/held-rules.js';
import { tokenOf, useSubgraph, type Instance } from '../support/subgraph.js';

const COMPLEMENTS = `query ($r: [_Any!]!, $arm: MeasurementArm = TREATMENT) {
  _entities(representations: $r) { ... on Product { complements(arm: $arm) { recommendationId emptyReason edges { node { id } provenance { source } } } } }
}`;
const BASKET = `query ($arm: MeasurementArm = TREATMENT) {
  basketComplements(productIds: ["car"], arm: $arm) { recommendationId emptyReason edges { node { id } } }
}`;
const ARM = 'query ($sessionId: ID!) { crossSellArm(sessionId: $sessionId) }';
const PICKS = `query ($r: [_Any!]!) {
  _entities(representations: $r) { ... on Customer {
    personalisedPicks { recommendationId emptyReason edges { node { id } provenance { personalised } } personalisation { applied reason } }
    personalisedComplements(productId: "car") { recommendationId edges { node { id } } }
    personalisedNavigation { categoryId affinity }
  } }
}`;
const HELD_BACK = `query ($r: [_Any!]!) {
  _entities(representations: $r) { ... on Customer { personalisedComplements(productId: "car", arm: HOLDOUT) { recommendationId edges { node { id } } } } }
}`;
const CUSTOMERS = Array.from({ length: 40 }, (_, at) => `customer-${String(at)}`);
const SHARES = { CROSS_SELL: 0.5, PERSONALISATION: 0.5 };

const fillToyShop = async ({ facts, models, profiles, decisions }: Stores): Promise<void> => {
  const ids = ['car', 'batteries', 'track', 'glue', 'puzzle'];
  await facts.recordProducts(ids.map((id) => aProduct(id, { categoryPath: [id === 'puzzle' ? 'games' : 'toys'] })));
  await models.stage(
    'm1',
    someStatistics({
      coPurchase: [someNeighbours('car', { track: 0.9, glue: 0.5 }), someNeighbours('puzzle', { glue: 0.4 })],
      popularity: [{ categoryId: '', ids: ['track', 'glue', 'puzzle'], scores: [3, 2, 1] }],
    }),
  );
  await models.publish(aModel());
  await holdRules(decisions, [
    aRule('needs-batteries', { action: 'REQUIRE', when: aSelector({ productIds: ['car'] }), then: aSelector({ productIds: ['batteries'] }) }),
  ]);
  const knows = (customerId: string) => aProfile({ customerId, products: [aHabit('glue', { purchases: 3, purchaseWeight: 3 })], categories: [{ id: 'toys', weight: 1 }] });
  await facts.recordConsents(CUSTOMERS.map((customerId) => ({ customerId, consent: true, decidedAt: NOW })));
  await profiles.swap(CUSTOMERS.map((customerId) => ({ profile: knows(customerId), expected: 0 })));
};

describe('the arm of a visit', () => {
  const log = aServingLog();
  const subgraph = useSubgraph(fillToyShop, { holdoutShares: SHARES }, log);
  const armIn = async (sessionId: string, instance: Instance = subgraph()) => (await instance.ask(ARM, { sessionId })).data.crossSellArm;

  it('is the same on every instance and day, whoever asks, and nobody keeps the answer', async () => {
    const [other, token] = [await subgraph().another(60_000), await tokenOf('ada')];
    const sessions = Array.from({ length: 30 }, (_, at) => `visit-${String(at)}`);
    const arms = await Promise.all(sessions.map((sessionId) => armIn(sessionId)));
    expect(new Set(arms)).toEqual(new Set(['TREATMENT', 'HOLDOUT']));
    expect(await Promise.all(sessions.map((sessionId) => armIn(sessionId, other)))).toEqual(arms);
    subgraph().clock.now = new Date(NOW.getTime() + 100 * 86_400_000);
    const answers = await Promise.all(sessions.map((sessionId) => subgraph().ask(ARM, { sessionId }, token)));
    subgraph().clock.now = NOW;
    expect(answers.map(({ data }) => data.crossSellArm)).toEqual(arms);
    expect(new Set(answers.map(({ headers }) => headers['cache-control']))).toEqual(new Set(['private, no-store']));
  });

  it('is answered without the store, and that it was asked for is recorded in both arms alike', async () => {
    await subgraph().recorder.flush();
    log.exposures.length = 0;
    subgraph().commands.length = 0;
    const sessions = Array.from({ length: 30 }, (_, at) => `shopper-${String(at)}`);
    const arms = await Promise.all(sessions.map((sessionId) => armIn(sessionId)));
    await armIn('shopper-0');
    expect(subgraph().commands).toEqual([]);
    await subgraph().recorder.flush();
    expect(log.exposures.flat()).toEqual(sessions.map((unitId, at) => ({ lane: 'CROSS_SELL', unitId, arm: arms[at], at: NOW })));
  });

  it.each(['', ' ', 'x'.repeat(129), '$where', '__proto__', 'a\u0000b'])('is refused for %j, which no visit can be called, and nothing is recorded', async (sessionId) => {
    await subgraph().recorder.flush();
    const { data, errors } = await subgraph().ask(ARM, { sessionId });
    expect([data, errors]).toEqual([{ crossSellArm: null }, [expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })]]);
    expect(errors?.[0]?.message).toContain('sessionId');
    expect(subgraph().recorder.waiting()).toBe(0);
  });
});

describe('complements and arms', () => {
  const subgraph = useSubgraph(fillToyShop, { holdoutShares: SHARES }, aServingLog());
  const car = { r: [{ __typename: 'Product', id: 'car' }] };
  const answerTo = async (query: string, variables: Record<string, unknown>, token?: string) => {
    const { data, errors, headers } = await subgraph().ask(query, variables, token);
    expect([errors, headers['cache-control']]).toEqual([undefined, 'public, max-age=60']);
    return JSON.stringify(data);
  };

  it('are the same bytes for every customer and visit of an arm, and shared caches may keep both', async () => {
    const tokens = await Promise.all(CUSTOMERS.slice(0, 10).map((id) => tokenOf(id)));
    for (const [query, variables] of [[COMPLEMENTS, car], [BASKET, {}]] as const) {
      const nobodys = await answerTo(query, variables);
      const heldOut = await answerTo(query, { ...variables, arm: 'HOLDOUT' });
      expect(heldOut).not.toBe(nobodys);
      for (const token of tokens) {
        await subgraph().ask(ARM, { sessionId: token.slice(-100) }, token);
        expect(await answerTo(query, variables, token)).toBe(nobodys);
        expect(await answerTo(query, { ...variables, arm: 'TREATMENT' }, token)).toBe(nobodys);
        expect(await answerTo(query, { ...variables, arm: 'HOLDOUT' }, token)).toBe(heldOut);
      }
    }
  });

  it('leave the holdout what is needed for a product to work, and say where that is nothing', async () => {
    const ask = async (id: string, arm: string) =>
      (await subgraph().ask(COMPLEMENTS, { r: [{ __typename: 'Product', id }], arm })).data._entities[0].complements;
    const idsOf = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);
    expect(idsOf(await ask('car', 'TREATMENT'))).toEqual(['batteries', 'track', 'glue']);
    const heldOut = await ask('car', 'HOLDOUT');
    expect([idsOf(heldOut), heldOut.emptyReason, heldOut.edges[0].provenance.source]).toEqual([['batteries'], null, 'REQUIRED_COMPANION']);
    expect(idsOf(await ask('puzzle', 'TREATMENT'))).toEqual(['glue']);
    expect(await ask('puzzle', 'HOLDOUT')).toMatchObject({ edges: [], emptyReason: 'HOLDOUT' });
  });

  it('are those of the treatment where the arm could not be told: measuring takes nothing from a page', async () => {
    const ask = async (arm: string | null) => (await subgraph().ask(COMPLEMENTS, { ...car, arm })).data._entities[0].complements;
    expect(await ask(null)).toEqual(await ask('TREATMENT'));
  });

  it('of a customer are everybody’s where the visit is held out', async () => {
    const customer = { r: [{ __typename: 'Customer', id: 'customer-0' }] };
    const { data } = await subgraph().ask(HELD_BACK, customer, await tokenOf('customer-0'));
    const everybodys = (await subgraph().ask(COMPLEMENTS, { ...car, arm: 'HOLDOUT' })).data._entities[0].complements;
    expect(data._entities[0].personalisedComplements.recommendationId).toBe(everybodys.recommendationId);
  });

  it('take no other arm', async () => {
    const { errors } = await subgraph().ask(COMPLEMENTS, { ...car, arm: 'PLACEBO' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('the arm of a customer', () => {
  const log = aServingLog();
  const subgraph = useSubgraph(fillToyShop, { holdoutShares: SHARES }, log);
  const arms = new Map(CUSTOMERS.map((id) => [id, armOf('PERSONALISATION', id, demoConfig({ holdoutShares: SHARES }))]));
  const askFor = async (id: string) => (await subgraph().ask(PICKS, { r: [{ __typename: 'Customer', id }] }, await tokenOf(id))).data._entities[0];

  it('decides whether lists are personal; who is held out gets the full list that everybody gets, and the reason', async () => {
    const heldOut = CUSTOMERS.filter((id) => arms.get(id) === 'HOLDOUT');
    expect(heldOut.length).toBeGreaterThan(5);
    expect(heldOut.length).toBeLessThan(35);
    const lists = new Set<string>();
    for (const id of CUSTOMERS) {
      const { personalisedPicks: picks, personalisedComplements, personalisedNavigation } = await askFor(id);
      const isHeldOut = arms.get(id) === 'HOLDOUT';
      expect(picks.personalisation).toEqual({ applied: !isHeldOut, reason: isHeldOut ? 'HOLDOUT' : 'PERSONALISED' });
      expect(picks.edges.some(({ provenance }: { provenance: { personalised: boolean } }) => provenance.personalised)).toBe(!isHeldOut);
      expect([picks.emptyReason, picks.edges.length > 0]).toEqual([null, true]);
      if (isHeldOut) lists.add(JSON.stringify([picks, personalisedComplements, personalisedNavigation]));
    }
    expect(lists.size).toBe(1);
  });

  it('is recorded once for each customer and day, however many lists they see, in both arms alike', async () => {
    await subgraph().recorder.flush();
    const recorded = new Map(log.exposures.flat().map(({ unitId, arm, lane, at }) => [unitId, { arm, lane, at }]));
    expect(log.exposures.flat().length).toBe(CUSTOMERS.length);
    expect(recorded).toEqual(new Map(CUSTOMERS.map((id) => [id, { arm: arms.get(id), lane: 'PERSONALISATION', at: NOW }])));
  });

  it('is recorded of nobody who did not consent or of whom nothing is known', async () => {
    await subgraph().stores.facts.recordConsents([{ customerId: 'known-to-nobody', consent: true, decidedAt: NOW }]);
    for (const id of ['known-to-nobody', 'never-asked']) await askFor(id);
    await subgraph().recorder.flush();
    expect(log.exposures.flat().length).toBe(CUSTOMERS.length);
  });
});
