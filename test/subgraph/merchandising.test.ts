import { describe, expect, it } from 'vitest';

import { NOW } from '../support/builders.js';
import { tokenOf, useSubgraph, type Subgraph } from '../support/subgraph.js';
import { COMPLEMENTS, CREATE, decide, fillCampingShop, idsOf, MIA, MUG, NOOR, RULE, UPDATE } from './merchandised-shop.js';

const RULES = `query ($lane: Lane, $state: RuleState, $productId: ID, $first: Int! = 50, $after: String) {
  merchandisingRules(lane: $lane, state: $state, productId: $productId, first: $first, after: $after) {
    edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const ONE = `query ($id: ID!) { merchandisingRule(id: $id) { ...Rule } } ${RULE}`;

const actions = (subgraph: () => Subgraph) => ({
  create: async (rule: object, idempotencyKey: string | null = null, token = MIA) =>
    (await subgraph().ask(CREATE, { input: { idempotencyKey, rule } }, token)).data.createMerchandisingRule,
  update: async (id: string, version: number, rule: object, token = MIA) =>
    (await subgraph().ask(UPDATE, { input: { id, version, rule } }, token)).data.updateMerchandisingRule,
  approve: async (id: string, version: number, token = NOOR) =>
    (await subgraph().ask(decide('approveMerchandisingRule'), { input: { id, version, note: 'seen' } }, token)).data.decided,
  retire: async (id: string, version: number, token = NOOR) =>
    (await subgraph().ask(decide('retireMerchandisingRule'), { input: { id, version } }, token)).data.decided,
  read: async (id: string) => (await subgraph().ask(ONE, { id }, MIA)).data.merchandisingRule,
  served: async () => idsOf((await subgraph().ask(COMPLEMENTS)).data.basketComplements),
});

describe('a rule', () => {
  const subgraph = useSubgraph(fillCampingShop);
  const { create, update, approve, retire, read, served } = actions(subgraph);

  it('is written as a draft, once however often the call is repeated with its key', async () => {
    const { rule } = await create(MUG, 'first-rule');
    expect(rule).toEqual({
      ...MUG,
      id: expect.stringMatching(/^rule-[\w-]{22}$/),
      lane: 'CROSS_SELL',
      placements: [],
      slot: null,
      weight: null,
      quantity: null,
      priority: 0,
      validFrom: null,
      validUntil: null,
      state: 'DRAFT',
      version: 1,
      note: null,
      createdBy: 'mia',
      approvedBy: null,
      updatedAt: NOW.toISOString(),
      when: { productIds: ['tent'], categoryIds: [], brands: [], tags: [], minPrice: null, maxPrice: null, maxPriceRatio: null },
      then: { productIds: ['mug'], categoryIds: [], brands: [], tags: [], minPrice: null, maxPrice: null, maxPriceRatio: null },
      history: [{ version: 1, at: NOW.toISOString(), by: 'mia', state: 'DRAFT', summary: expect.stringContaining('created') }],
      warnings: [],
    });
    expect((await create(MUG, 'first-rule')).rule).toEqual(rule);
    expect(await read(rule.id)).toEqual(rule);
    await update(rule.id, 1, { ...MUG, action: 'EXCLUDE' }, NOOR);
    expect((await create(MUG, 'first-rule')).rule).toEqual(rule);
    expect(await approve(rule.id, rule.version, MIA)).toMatchObject({ __typename: 'VersionConflictError', currentVersion: 2 });
    expect(await create({ ...MUG, name: 'Another' }, 'first-rule')).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect((await create(MUG, 'first-rule', NOOR)).rule.id).not.toBe(rule.id);
    expect((await create(MUG)).rule.id).not.toBe((await create(MUG)).rule.id);
  });

  it('is in force with the next request once approved, and exactly as it was seen', async () => {
    const { rule: draft } = await create(MUG, 'in-force');
    expect(await served()).toEqual(['bag', 'mat', 'stove', 'lamp']);
    const { rule: approved } = await approve(draft.id, 1);
    expect(approved).toMatchObject({ state: 'APPROVED', version: 2, approvedBy: 'noor', createdBy: 'mia' });
    expect(await served()).toEqual(['mug', 'bag', 'mat', 'stove']);

    const { rule: edited } = await update(draft.id, 2, { ...MUG, then: { productIds: ['kettle'] } });
    expect(edited).toMatchObject({ state: 'DRAFT', version: 3, approvedBy: null });
    expect(await served()).toEqual(['bag', 'mat', 'stove', 'lamp']);
    expect(await approve(draft.id, 2)).toMatchObject({ __typename: 'VersionConflictError', currentVersion: 3 });
    expect(await served()).toEqual(['bag', 'mat', 'stove', 'lamp']);

    await approve(draft.id, 3);
    expect(await served()).toEqual(['kettle', 'bag', 'mat', 'stove']);
    expect((await retire(draft.id, 4)).rule).toMatchObject({ state: 'RETIRED', version: 5, approvedBy: null });
    expect(await served()).toEqual(['bag', 'mat', 'stove', 'lamp']);
    const { history } = await read(draft.id);
    expect(history.map(({ version, by, state }: { version: number; by: string; state: string }) => [version, by, state])).toEqual([
      [5, 'noor', 'RETIRED'],
      [4, 'noor', 'APPROVED'],
      [3, 'mia', 'DRAFT'],
      [2, 'noor', 'APPROVED'],
      [1, 'mia', 'DRAFT'],
    ]);
    expect(await approve(draft.id, 5)).toMatchObject({ __typename: 'InvalidInputError', problems: [{ path: 'id' }] });
  });

  it('loses nothing to an edit of what somebody else changed since', async () => {
    const { rule } = await create(MUG, 'stale');
    await update(rule.id, 1, { ...MUG, note: 'of Noor' }, NOOR);
    expect(await update(rule.id, 1, { ...MUG, note: 'of Mia' })).toEqual({
      __typename: 'VersionConflictError',
      message: expect.stringContaining('version 2 stands now'),
      currentVersion: 2,
    });
    expect(await read(rule.id)).toMatchObject({ version: 2, note: 'of Noor' });
  });

  it('is refused with everything that is wrong with it, named from the input down', async () => {
    const wrong = { name: '', action: 'PIN', then: { productIds: ['mug'] }, placements: ['HOME'], weight: 2, validFrom: '2026-12-01T00:00:00Z', validUntil: '2026-12-01T00:00:00Z' };
    const { __typename, message, problems } = await create(wrong);
    expect(__typename).toBe('InvalidInputError');
    expect(problems.map(({ path }: { path: string }) => path).sort()).toEqual(['rule.name', 'rule.placements', 'rule.slot', 'rule.validUntil', 'rule.weight']);
    for (const problem of problems) {
      expect(problem.message.startsWith(`${problem.path} `)).toBe(true);
      expect(message).toContain(problem.message);
    }
    expect(await create(MUG, '')).toMatchObject({ __typename: 'InvalidInputError', problems: [{ path: 'idempotencyKey' }] });
    expect(await create(MUG, 'k'.repeat(129))).toMatchObject({ problems: [{ path: 'idempotencyKey' }] });
    const { rule } = await create(MUG, 'right-at-first');
    expect(await update(rule.id, 1, wrong)).toMatchObject({ __typename: 'InvalidInputError', problems: expect.arrayContaining([expect.objectContaining({ path: 'rule.slot' })]) });
    const note = { id: rule.id, version: 1, note: 'x'.repeat(2_001) };
    expect((await subgraph().ask(decide('approveMerchandisingRule'), { input: note }, MIA)).data.decided).toMatchObject({ problems: [{ path: 'note' }] });
    expect(await read(rule.id)).toMatchObject({ version: 1, state: 'DRAFT' });
  });

  it('that does not exist is said not to', async () => {
    for (const answer of [await update('nothing', 1, MUG), await approve('nothing', 1), await retire('nothing', 1)])
      expect(answer).toEqual({ __typename: 'NotFoundError', message: expect.stringMatching(/\w+/), notFound: 'nothing' });
    expect(await read('nothing')).toBeNull();
  });

  it('warns when it is saved, naming the products and the rule that it meets', async () => {
    const { rule } = await create({ ...MUG, then: { productIds: ['unheard-of', 'sold-out', 'mug'] } });
    const found = Object.fromEntries(rule.warnings.map((warning: { code: string; products: unknown }) => [warning.code, warning.products]));
    expect(found).toMatchObject({ UNKNOWN_PRODUCT: [{ id: 'unheard-of' }], OUT_OF_STOCK: [{ id: 'sold-out' }] });
    const pin = { ...MUG, action: 'PIN', slot: 2 };
    const { rule: first } = await create(pin, 'pin-one');
    await approve(first.id, 1);
    const { rule: second } = await create({ ...pin, name: 'Kettle', then: { productIds: ['kettle'] } });
    expect(second.warnings).toMatchObject([{ code: 'SAME_SLOT', otherRule: { id: first.id, version: 2 } }]);
    await retire(first.id, 2);
  });
});

describe('where the shop asks for two persons', () => {
  const subgraph = useSubgraph(fillCampingShop, { approvalBySecondPerson: true });
  const { create, update, approve, served } = actions(subgraph);

  it('nobody approves what they edited last', async () => {
    const { rule } = await create(MUG, 'two');
    for (const name of ['Mia', 'mia ', 'mia\u200b'])
      expect(await approve(rule.id, 1, await tokenOf(name, 'merchandising:write'))).toMatchObject({ __typename: 'SecondPersonRequiredError' });
    expect(await approve(rule.id, 1, MIA)).toEqual({ __typename: 'SecondPersonRequiredError', message: expect.stringContaining('two persons') });
    await update(rule.id, 1, { ...MUG, quantity: 2 }, NOOR);
    expect(await approve(rule.id, 2, NOOR)).toMatchObject({ __typename: 'SecondPersonRequiredError' });
    expect(await served()).toEqual(['bag', 'mat', 'stove', 'lamp']);
    expect((await approve(rule.id, 2, MIA)).rule).toMatchObject({ state: 'APPROVED', approvedBy: 'mia' });
    expect(await served()).toEqual(['mug', 'bag', 'mat', 'stove']);
  });
});

describe('the list of rules', () => {
  const subgraph = useSubgraph(fillCampingShop);
  const { create, approve, retire } = actions(subgraph);
  const list = async (variables: object = {}) => (await subgraph().ask(RULES, { ...variables }, MIA)).data.merchandisingRules;

  it('goes page by page through every rule, highest priority first, and shows those asked for', async () => {
    const ids: string[] = [];
    for (const priority of [3, 1, 2, 3, 1]) ids.push((await create({ ...MUG, priority }, `p${String(ids.length)}`)).rule.id);
    const { rule: picks } = await create({ ...MUG, lane: 'PERSONALISATION', when: { categoryIds: ['outdoor'] }, then: { productIds: ['lamp'] }, priority: 9 });
    await retire(ids[2] ?? '', 1);
    await approve(ids[1] ?? '', 1);

    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ first: 2, after });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...idsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      pages += 1;
    } while (after !== null);
    const inOrder = [picks.id, ...[ids[0], ids[3]].sort(), ...[ids[1], ids[4]].sort()];
    expect([seen, pages]).toEqual([inOrder, 3]);

    expect(idsOf(await list({ lane: 'PERSONALISATION' }))).toEqual([picks.id]);
    expect(idsOf(await list({ state: 'RETIRED' }))).toEqual([ids[2]]);
    expect(idsOf(await list({ state: 'APPROVED' }))).toEqual([ids[1]]);
    expect(idsOf(await list({ productId: 'mug' }))).toEqual(inOrder);
    expect(idsOf(await list({ productId: 'lamp' }))).toEqual([picks.id]);
    expect(idsOf(await list({ productId: 'stove', first: 1 }))).toEqual([picks.id]);
    expect(idsOf(await list({ productId: 'unheard-of' }))).toEqual([]);
  });

  it('refuses arguments that make no sense', async () => {
    for (const [variables, message] of [
      [{ first: 0 }, 'first must be 1 to 200, got 0'],
      [{ first: 201 }, 'first must be 1 to 200, got 201'],
      [{ after: 'x' }, 'after must be an endCursor of this list'],
      [{ after: Buffer.from('[1,2]').toString('base64url') }, 'after must be an endCursor of this list'],
      [{ productId: '' }, 'productId must be an id of 1 to 128 characters'],
    ] as const) {
      const { data, errors } = await subgraph().ask(RULES, { ...variables }, await tokenOf('mia', 'merchandising:read'));
      expect([data, errors]).toEqual([{ merchandisingRules: null }, [expect.objectContaining({ message, extensions: { code: 'BAD_USER_INPUT' } })]]);
    }
  });
});
