import { describe, expect, it } from 'vitest';

import { harness } from './harness.js';

const { sameGroupShare, varietyOf, sameGroupRates } = await harness<{
  sameGroupShare(lists: ReadonlyMap<number, readonly number[]>, groups: readonly (string | null)[], seen: number): number;
  varietyOf(lists: readonly (readonly number[])[], groups: readonly (string | null)[], seen: number): number;
  sameGroupRates(facts: unknown, groups: readonly (string | null)[]): { readonly ofMeetings: number; readonly ofProducts: number };
}>('complements/groups.mjs');
const { factsOf } = await harness<{ factsOf(lists: readonly (readonly string[])[]): { readonly ids: readonly string[] } }>('facts.mjs');
const { retailGroups } = await harness<{
  retailGroups(groups: 'colours' | 'kinds', orders: readonly object[]): { readonly groups: string; readonly groupOf: (id: string) => string };
}>('datasets/retail-groups.mjs');

/** Products 0 and 1 are cups, 2 and 3 plates, 4 is of no group. */
const GROUPS = ['cup', 'cup', 'plate', 'plate', null];

describe('How alike lists are', () => {
  it('is the share of the first places that are of the product’s own group; a product without one is of none', () => {
    const lists = new Map([
      [0, [1, 2, 3]],
      [4, [0, 1]],
    ]);
    expect(sameGroupShare(lists, GROUPS, 2)).toBe(1 / 4);
  });

  it('is the share of unlike pairs in a list, every list of two products or more weighing the same', () => {
    expect(varietyOf([[0, 1, 2, 3]], GROUPS, 4)).toBe(4 / 6);
    expect(varietyOf([[0, 1, 2, 3], [0, 2]], GROUPS, 4)).toBe((4 / 6 + 1) / 2);
    expect(varietyOf([[0, 1, 2, 3]], GROUPS, 2)).toBe(0);
    expect(varietyOf([[4, -1], [0], []], GROUPS, 4)).toBe(1);
  });

  it('is compared with what shoppers put together, meeting by meeting and product by product', () => {
    const facts = factsOf([['a', 'b'], ['a', 'b'], ['a', 'c']]);
    const groups = facts.ids.map((id) => (id === 'c' ? 'plate' : 'cup'));
    // Of three meetings two are of cups. Of a's meetings two in three, of b's all, of c's none.
    expect(sameGroupRates(facts, groups).ofMeetings).toBeCloseTo(2 / 3, 12);
    expect(sameGroupRates(facts, groups).ofProducts).toBeCloseTo((2 / 3 + 1 + 0) / 3, 12);
  });
});

describe('The groups of Online Retail', () => {
  const line = (productId: string, title: string) => ({ productId, title });
  const orders = [{ lines: [line('22384', 'LUNCH BAG PINK POLKADOT'), line('20725', 'LUNCH BAGS RED'), line('85123A', 'WHITE HANGING HEART T-LIGHT HOLDER')] }, { lines: [line('20725', 'LUNCH BAG RED'), line('20725', 'LUNCH BAG RED'), line('21080', 'FOLKART STAR')] }];

  it('are the five digits of the code: letters are colours', () => {
    const { groupOf } = retailGroups('colours', orders);
    expect(['85123A', '85123B', '22384'].map(groupOf)).toEqual(['85123', '85123', '22384']);
  });

  it('are kinds by the last noun of the usual title that names one, and the five digits where none does', () => {
    const { groupOf } = retailGroups('kinds', orders);
    expect(['22384', '20725', '85123A', '21080', '99999Z'].map(groupOf)).toEqual(['BAG', 'BAG', 'HOLDER', '21080', '99999']);
  });
});
