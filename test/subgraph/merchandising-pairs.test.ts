import { describe, expect, it } from 'vitest';

import { pairId } from '../../src/domain/merchandising/kept/decisions.js';
import { NOW } from '../support/builders.js';
import { useSubgraph } from '../support/subgraph.js';
import { COMPLEMENTS, FAILURE, fillCampingShop, idsOf, MIA, NOOR, publish } from './merchandised-shop.js';

const PROPOSED = `query ($anchorId: ID, $first: Int! = 50, $after: String) {
  proposedPairs(anchorId: $anchorId, first: $first, after: $after) {
    edges { cursor node { id anchor { id } complement { id } logLikelihoodRatio sampleOrderIds evidence { ordersTogether support confidence lift windowDays } } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const DECIDED = `query ($anchorId: ID, $decision: PairDecision, $first: Int! = 50, $after: String) {
  decidedPairs(anchorId: $anchorId, decision: $decision, first: $first, after: $after) {
    edges { cursor node { id anchor { id } complement { id } decision note decidedBy decidedAt history { at by decision note } } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const DECIDE = `mutation ($input: DecideProposedPairsInput!) {
  decideProposedPairs(input: $input) { ... on ProposedPairsDecided { decided } ...Failure }
} ${FAILURE}`;

const idOf = (anchorId: string, complementId: string): string => pairId({ anchorId, complementId });
interface PairEdge {
  readonly node: { readonly id: string; readonly anchor: { readonly id: string }; readonly complement: { readonly id: string } };
}
const namesOf = ({ edges }: { readonly edges: readonly PairEdge[] }): readonly string[] =>
  edges.map(({ node }) => `${node.anchor.id}>${node.complement.id}`);

describe('pairs that learning proposes', () => {
  const subgraph = useSubgraph(fillCampingShop);
  const proposed = async (variables: object = {}) => (await subgraph().ask(PROPOSED, { ...variables }, MIA)).data.proposedPairs;
  const decided = async (variables: object = {}) => (await subgraph().ask(DECIDED, { ...variables }, MIA)).data.decidedPairs;
  const decide = async (pairIds: readonly string[], decision: string, token = MIA, note: string | null = null) =>
    (await subgraph().ask(DECIDE, { input: { pairIds, decision, note } }, token)).data.decideProposedPairs;
  const served = async () => (await subgraph().ask(COMPLEMENTS)).data.basketComplements.edges as readonly { node: { id: string }; provenance: { source: string } }[];
  let strongestFirst: readonly string[] = [];

  it('come strongest first, with the evidence and the orders that it was counted from', async () => {
    const { edges, pageInfo } = await proposed();
    strongestFirst = namesOf({ edges });
    expect([...strongestFirst].sort()).toEqual(['bag>mat', 'bag>tent', 'tent>bag', 'tent>lamp', 'tent>mat', 'tent>stove']);
    const ratios = edges.map(({ node }: { node: { logLikelihoodRatio: number } }) => node.logLikelihoodRatio);
    expect(ratios).toEqual(ratios.toSorted((a: number, b: number) => b - a));
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const tentAndBag = edges.find(({ node }: PairEdge) => node.id === idOf('tent', 'bag')).node;
    expect(tentAndBag.evidence).toEqual({ ordersTogether: 30, support: 0.03, confidence: 0.6, lift: 10, windowDays: 365 });
    expect(tentAndBag.sampleOrderIds).toEqual(['order-6', 'order-5', 'order-4', 'order-3', 'order-2']);
  });

  it('are worked through page by page, also when pairs are decided in between', async () => {
    const first = await proposed({ first: 2 });
    const second = await proposed({ first: 2, after: first.pageInfo.endCursor });
    const third = await proposed({ first: 2, after: second.pageInfo.endCursor });
    expect([...namesOf(first), ...namesOf(second), ...namesOf(third)]).toEqual(strongestFirst);
    expect([first, second, third].map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
    expect(namesOf(await proposed({ anchorId: 'bag' })).toSorted()).toEqual(['bag>mat', 'bag>tent']);

    expect(await decide([idOf('tent', 'lamp'), idOf('tent', 'stove')], 'DISMISS')).toEqual({ decided: 2 });
    expect(await decide([idOf('tent', 'mat')], 'APPROVE', NOOR, 'made for each other')).toEqual({ decided: 1 });
    const left = strongestFirst.filter((name) => !['tent>lamp', 'tent>stove', 'tent>mat'].includes(name));
    expect(namesOf(await proposed())).toEqual(left);
    const afterFirst = await proposed({ after: first.pageInfo.endCursor });
    expect(namesOf(afterFirst)).toEqual(left.filter((name) => !namesOf(first).includes(name)));
  });

  it('are not served once dismissed, and first among the learned once approved, with the next request', async () => {
    expect((await served()).map(({ node, provenance }) => [node.id, provenance.source])).toEqual([
      ['mat', 'APPROVED_PAIR'],
      ['bag', 'CO_PURCHASE'],
    ]);
  });

  it('stay approved when learning forgets them, and are neither proposed nor served again once dismissed', async () => {
    await publish(subgraph().stores, { version: 'm2', publishedAt: NOW }, []);
    await subgraph().snapshots.refresh();
    expect((await served()).map(({ node }) => node.id)).toEqual(['mat']);
    expect(namesOf(await proposed())).toEqual([]);
    await publish(subgraph().stores, { version: 'm1', publishedAt: NOW });
    await subgraph().snapshots.refresh();
    expect((await served()).map(({ node }) => node.id)).toEqual(['mat', 'bag']);
    expect(namesOf(await proposed())).not.toContain('tent>lamp');
  });

  it('are decided all or none, and a decision that stands already changes nothing', async () => {
    const known = idOf('bag', 'mat');
    expect(await decide([known, idOf('tent', 'kettle')], 'APPROVE')).toEqual({
      __typename: 'NotFoundError',
      message: 'There is no learned or decided pair with this id',
      notFound: idOf('tent', 'kettle'),
    });
    expect(await decide(['no-pair-at-all'], 'APPROVE')).toMatchObject({ __typename: 'NotFoundError', notFound: 'no-pair-at-all' });
    expect(namesOf(await decided())).not.toContain('bag>mat');
    expect(await decide([idOf('tent', 'lamp')], 'DISMISS', NOOR)).toEqual({ decided: 0 });
    for (const [pairIds, note, path] of [
      [[], null, 'pairIds'],
      [Array.from({ length: 501 }, () => known), null, 'pairIds'],
      [[known], 'x'.repeat(2_001), 'note'],
    ] as const)
      expect(await decide(pairIds, 'APPROVE', MIA, note)).toMatchObject({ __typename: 'InvalidInputError', problems: [{ path }] });
  });

  it('can be looked up once decided, with who decided what and why, and the decision taken back', async () => {
    expect(namesOf(await decided()).toSorted()).toEqual(['tent>lamp', 'tent>mat', 'tent>stove']);
    expect(namesOf(await decided({ decision: 'DISMISS' })).toSorted()).toEqual(['tent>lamp', 'tent>stove']);
    expect(namesOf(await decided({ anchorId: 'bag' }))).toEqual([]);
    const first = await decided({ first: 2 });
    const rest = await decided({ first: 2, after: first.pageInfo.endCursor });
    expect([...namesOf(first), ...namesOf(rest)]).toEqual(namesOf(await decided()));
    expect(new Set([...namesOf(first), ...namesOf(rest)]).size).toBe(3);

    subgraph().clock.now = new Date(NOW.getTime() + 60_000);
    expect(await decide([idOf('tent', 'lamp')], 'REOPEN', NOOR, 'after all')).toEqual({ decided: 1 });
    expect(namesOf(await proposed())).toContain('tent>lamp');
    expect(idsOf({ edges: await served() })).toEqual(['mat', 'bag', 'lamp']);
    const [{ node }] = (await decided({ decision: 'REOPEN' })).edges;
    expect(node).toMatchObject({ decision: 'REOPEN', decidedBy: 'noor', note: 'after all' });
    expect(node.history).toEqual([
      { at: '2026-11-20T12:01:00.000Z', by: 'noor', decision: 'REOPEN', note: 'after all' },
      { at: '2026-11-20T12:00:00.000Z', by: 'mia', decision: 'DISMISS', note: null },
    ]);
  });

  it('refuse cursors of another list, and looks for orders only when asked for them', async () => {
    for (const query of [PROPOSED, DECIDED])
      expect((await subgraph().ask(query, { after: 'nonsense' }, MIA)).errors).toMatchObject([
        { message: 'after must be an endCursor of this list', extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    const commandsFor = async (query: string): Promise<number> => {
      subgraph().commands.length = 0;
      await subgraph().ask(query, {}, MIA);
      return subgraph().commands.length;
    };
    const without = await commandsFor(PROPOSED.replace('sampleOrderIds', ''));
    expect(await commandsFor(PROPOSED)).toBeGreaterThan(without);
  });
});
