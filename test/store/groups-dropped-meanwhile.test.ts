import { type Collection, MongoServerError } from 'mongodb';
import { describe, expect, it } from 'vitest';

import type { GroupDocument } from '../../src/stores/counting/counting-documents.js';
import type { StagedGroups } from '../../src/stores/counting/staged-groups.js';
import { createGroupRemoval } from '../../src/stores/privacy/group-removal.js';
import { createGroupSweep } from '../../src/stores/privacy/group-sweep.js';
import { useStagedShop } from '../support/staged-shop.js';

const ERASED = 'customer ada';

/** So many orders of one who was erased that reading them takes more than one list. */
const SOME_ORDERS = Array.from({ length: 1_000 }, (_, index) => ({ _id: `order ${String(index)}`, owner: ERASED }));

const fail = (code: number) => async (): Promise<never> => {
  throw new MongoServerError({ code, codeName: 'Test', message: 'the server says so' });
};

/** Groups of which a server answers so many, and then that; it removes none without that either. */
const endingWith = (code: number, collectionName: string, answered: readonly object[] = []) =>
  ({
    collectionName,
    find: async function* find() {
      yield* answered;
      await fail(code)();
    },
    deleteMany: answered.length === 0 ? fail(code) : async ({ _id }: { readonly _id: { readonly $in: readonly string[] } }) => ({ deletedCount: _id.$in.length }),
    // All that removing asks of a collection.
  }) as unknown as Collection<GroupDocument>;

describe('groups that another run drops while they are looked through', () => {
  const open = useStagedShop();

  /** Another run's groups, which a reader has before it, and which are listed afterwards or not; and groups of a run that is killed. */
  const stagedIn = async (groups: Collection<GroupDocument>, isListed: boolean): Promise<StagedGroups & { readonly left: Collection<GroupDocument> }> => {
    const left = open().staged.named('learning_1_left_groups');
    await left.deleteMany({});
    await left.insertOne({ _id: 'order 1', owner: ERASED } as GroupDocument);
    let asked = 0;
    return { left, named: () => groups, all: async () => (asked++ === 0 || isListed ? [groups, left] : [left]) };
  };
  const sweepOf = (staged: StagedGroups) =>
    createGroupSweep({
      orders: open().collections.orders,
      tombstones: { areAny: async () => true, idsOf: async (_kind, names) => names.flat(), found: async () => new Map([['ada', new Date(0)]]) },
      staged,
    });
  const CODES = [26, 43, 175];

  it.each(CODES)('are done with where the server answers %i and lists them no more, and what was removed of them counts', async (code) => {
    const swept = await stagedIn(endingWith(code, 'learning_2_other_groups', SOME_ORDERS), false);
    expect(await sweepOf(swept).all()).toBe(1_001);
    expect(await swept.left.countDocuments({})).toBe(0);
    const removed = await stagedIn(endingWith(code, 'learning_2_other_groups'), false);
    expect(await createGroupRemoval(removed).ofCustomer('ada')).toBe(1);
    expect(await removed.left.countDocuments({})).toBe(0);
  });

  it.each(CODES)('are still to be looked through where they are listed: %i fails', async (code) => {
    await expect(sweepOf(await stagedIn(endingWith(code, 'learning_2_other_groups'), true)).all()).rejects.toMatchObject({ code });
    await expect(createGroupRemoval(await stagedIn(endingWith(code, 'learning_2_other_groups'), true)).ofCustomer('ada')).rejects.toMatchObject({ code });
  });

  it('fail with whatever else goes wrong', async () => {
    const staged = async () => stagedIn(endingWith(13, 'learning_2_other_groups'), false);
    await expect(sweepOf(await staged()).all()).rejects.toMatchObject({ code: 13 });
    await expect(createGroupRemoval(await staged()).ofCustomer('ada')).rejects.toMatchObject({ code: 13 });
  });

  it('fail the run whose groups they are: it has nothing left to count', async () => {
    await expect(sweepOf(await stagedIn(endingWith(175, 'learning_2_own_groups'), false)).run('learning_2_own_groups')).rejects.toMatchObject({ code: 175 });
  });
});
