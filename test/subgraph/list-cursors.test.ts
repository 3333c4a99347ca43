import { describe, expect, it } from 'vitest';

import { pairId } from '../../src/domain/merchandising/kept/decisions.js';
import { useSubgraph } from '../support/subgraph.js';
import { CREATE, fillCampingShop, MIA, MUG } from './merchandised-shop.js';

const LISTS = ['merchandisingRules', 'decidedPairs', 'copyVariants', 'proposedPairs'] as const;
const queryOf = (list: string): string => `query ($after: String) { list: ${list}(first: 1, after: $after) { edges { cursor } pageInfo { endCursor } } }`;
const CREATE_COPY = 'mutation ($input: CreateCopyVariantInput!) { createCopyVariant(input: $input) { __typename } }';
const DECIDE = 'mutation ($input: DecideProposedPairsInput!) { decideProposedPairs(input: $input) { __typename } }';

describe('a cursor', () => {
  const subgraph = useSubgraph(fillCampingShop);
  const ask = async (list: string, after: string | null = null) => subgraph().ask(queryOf(list), { after }, MIA);

  it('is taken by the list that gave it, and refused by every other', async () => {
    await subgraph().ask(CREATE, { input: { rule: MUG } }, MIA);
    await subgraph().ask(CREATE_COPY, { input: { variant: { productId: 'tent', text: 'Light', audience: { favouriteBrand: 'Acme' } } } }, MIA);
    await subgraph().ask(DECIDE, { input: { pairIds: [pairId({ anchorId: 'tent', complementId: 'bag' })], decision: 'APPROVE' } }, MIA);
    for (const giver of LISTS) {
      const cursor: string = (await ask(giver)).data.list.pageInfo.endCursor;
      expect(cursor).toMatch(/^[\w-]+$/);
      for (const taker of LISTS) {
        const { errors } = await ask(taker, cursor);
        if (taker === giver) expect(errors).toBeUndefined();
        else expect(errors).toMatchObject([{ message: 'after must be an endCursor of this list', extensions: { code: 'BAD_USER_INPUT' } }]);
      }
    }
  });

  it('that nobody gave is refused by every list', async () => {
    for (const list of LISTS) {
      for (const made of [[0, 'x'], [list, 0], [list, 0.5, 'x'], [list, 8_640_000_000_000_001, ''], [list, 0, 'x', 'y']]) {
        const { errors } = await ask(list, Buffer.from(JSON.stringify(made)).toString('base64url'));
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      }
    }
  });
});
