import { describe, expect, it } from 'vitest';

import { aModel, aProduct, aRule, aSelector, someStatistics } from '../support/builders.js';
import { aHabit, aProfile } from '../support/profiles.js';
import { holdRules } from '../support/held-rules.js';
import { tokenOf, useSubgraph } from '../support/subgraph.js';

const COUNT = 202;
const ids = (prefix: string): string[] => Array.from({ length: COUNT }, (_, index) => `${prefix}${String(index)}`);

const PRODUCT_FIELDS = `... on Product {
  four: complements(first: 4) { edges { node { id } provenance { explanation because { id } } } }
  two: complements(first: 2, placement: BASKET, alongside: ["p0"], exclude: ["q7"]) { edges { node { id } } }
}`;
const CUSTOMER_FIELDS = `... on Customer {
  home: personalisedPicks(first: 5) { edges { node { id } } }
  page: personalisedPicks(first: 3, surface: PRODUCT_PAGE, context: { productId: "p1" }) { edges { node { id } } }
  personalisedComplements(productId: "p2") { edges { node { id } } }
  personalisedNavigation { categoryId }
}`;
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ${PRODUCT_FIELDS} ${CUSTOMER_FIELDS} }
}`;

describe('the number of database commands of one request', () => {
  const subgraph = useSubgraph(async ({ facts, models, profiles }) => {
    const products = ids('p');
    // What is recommended is never asked for itself, so that reading one does not save reading the other.
    const recommended = ids('q');
    await facts.recordProducts([...products, ...recommended].map((id) => aProduct(id)));
    const near = (index: number): string[] => [1, 2, 3, 4, 5, 6].map((step) => `q${String((index + step) % COUNT)}`);
    const neighbours = (index: number) => ({ ids: near(index), scores: [6, 5, 4, 3, 2, 1] });
    await models.stage(
      'm1',
      someStatistics({
        coPurchase: products.map((productId, index) => ({
          productId,
          orders: 20,
          neighbourIds: near(index),
          ordersTogether: [9, 8, 7, 6, 5, 4],
          neighbourOrders: [20, 20, 20, 20, 20, 20],
          scores: [6, 5, 4, 3, 2, 1],
          basketScores: [6, 5, 4, 3, 2, 1],
        })),
        similarity: products.map((productId, index) => ({ productId, viewed: neighbours(index), bought: neighbours(index + 7) })),
        popularity: [{ categoryId: '', ids: recommended.slice(0, 100), scores: recommended.slice(0, 100).map((_, index) => 200 - index) }],
      }),
    );
    await models.publish(aModel());
    // Every third customer has never been seen and every fifth has refused: the phases they skip must not put the others out of step.
    const customers = ids('c');
    await facts.recordConsents(customers.map((customerId, index) => ({ customerId, consent: index % 5 !== 0, decidedAt: new Date(0) })));
    const seen = customers.filter((_, index) => index % 3 !== 0);
    const swaps = seen.map((customerId, index) => ({
      profile: aProfile({ customerId, products: [aHabit(`p${String(index)}`, { purchases: 2, purchaseWeight: 2, interestWeight: 1 })] }),
      expected: 0,
    }));
    await profiles.swap(swaps);
    // Half of the customers are held out: they must not put the others out of step either.
  }, { holdoutShares: { CROSS_SELL: 0.5, PERSONALISATION: 0.5 } });

  const commandsFor = async (representations: readonly { __typename: string; id: string }[]): Promise<Record<string, number>> => {
    const token = await tokenOf('shop', 'picks:read');
    subgraph().commands.length = 0;
    const { data, errors } = await subgraph().ask(ENTITIES, { representations }, token);
    expect(errors).toBeUndefined();
    expect(data._entities).toHaveLength(representations.length);
    return subgraph().commands.reduce<Record<string, number>>((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {});
  };

  const take = (prefix: string, __typename: string, count: number) =>
    ids(prefix).slice(1, count + 1).map((id) => ({ __typename, id }));

  it.each([
    ['products', (count: number) => take('p', 'Product', count)],
    ['customers', (count: number) => take('c', 'Customer', count)],
    ['both', (count: number) => [...take('p', 'Product', Math.ceil(count / 2)), ...take('c', 'Customer', Math.ceil(count / 2))]],
  ])('does not depend on how many %s it asks for', async (_, of) => {
    const one = await commandsFor(of(1));
    expect(await commandsFor(of(20))).toEqual(one);
    expect(await commandsFor(of(200))).toEqual(one);
    // Anchors and candidates are one batch each; everything else is one read per collection.
    expect(one['find']).toBeLessThanOrEqual(8);
    expect(Object.keys(one)).toEqual(['find']);
  });

  it('does not depend on how many items each list has', async () => {
    const query = (first: number): string => `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product { complements(first: ${String(first)}) { edges { node { id } } } } } }`;
    const counts: number[] = [];
    for (const first of [1, 24]) {
      subgraph().commands.length = 0;
      await subgraph().ask(query(first), { r: take('p', 'Product', 20) });
      counts.push(subgraph().commands.length);
    }
    expect(counts[0]).toBe(4);
    expect(counts[1]).toBe(4);
  });

  it('is none for what is noted of it: that is written afterwards, hundreds of entries in a handful of commands', async () => {
    await subgraph().recorder.flush();
    // What was noted today is not noted again.
    subgraph().clock.now = new Date(subgraph().clock.now.getTime() + 86_400_000);
    expect(Object.keys(await commandsFor(take('p', 'Product', 100)))).toEqual(['find']);
    expect(Object.keys(await commandsFor(take('c', 'Customer', 100)))).toEqual(['find']);
    await subgraph().ask('{ crossSellArm(sessionId: "v1") }');
    expect(subgraph().recorder.waiting()).toBeGreaterThan(300);
    subgraph().commands.length = 0;
    await subgraph().recorder.flush();
    expect(subgraph().recorder.waiting()).toBe(0);
    expect(subgraph().commands.length).toBeLessThan(20);
  });

  it('does not depend on how many rules the shop has, nor on whether they concern the list', async () => {
    const before = await commandsFor(take('p', 'Product', 20));
    const rules = Array.from({ length: 300 }, (_, at) =>
      aRule(`r${String(at)}`, {
        action: at % 2 === 0 ? 'EXCLUDE' : 'RECOMMEND',
        when: at % 3 === 0 ? null : aSelector({ productIds: [`p${String(at % COUNT)}`] }),
        then: aSelector({ productIds: [`q${String((at * 7) % COUNT)}`] }),
      }),
    );
    await holdRules(subgraph().stores.decisions, rules);
    await subgraph().snapshots.refresh();
    expect(subgraph().snapshots.current()?.rules.approved()).toHaveLength(300);
    expect(await commandsFor(take('p', 'Product', 20))).toEqual(before);
  });
});
