import type { Filter } from 'mongodb';

import type { Wish } from '../../domain/privacy/fence.js';
import type { GroupDocument } from '../counting/counting-documents.js';
import { ALL_OF, NAMED } from '../counting/group-names.js';
import type { StagedGroups } from '../counting/staged-groups.js';
import { removeFromAll } from './from-all-groups.js';

/**
 * Removes groups of orders and visits that learning runs have the database count, of runs under way as well: what such a run asks afterwards is counted
 * without them. Of a visit that others shared nobody can tell any more what is whose; it goes as a whole. Each answers how many groups.
 */
export interface GroupRemoval {
  ofCustomer(customerId: string): Promise<number>;
  ofVisits(sessionIds: readonly string[]): Promise<number>;
  ofOrders(orderIds: readonly string[]): Promise<number>;
  /** Visits of the customer in which the product was looked at. */
  ofWish(wish: Wish): Promise<number>;
}

const whose = (customerId: string): Filter<GroupDocument> => ({ $or: [{ owner: NAMED.customer + customerId }, { customers: customerId }] });

/** Groups are found by key, owner or customer, each of which has an index. */
export const createGroupRemoval = (staged: StagedGroups): GroupRemoval => {
  const remove = async (filter: Filter<GroupDocument>): Promise<number> =>
    removeFromAll(staged, async function* removeFrom(groups) {
      yield (await groups.deleteMany(filter)).deletedCount;
    });
  const named = async (names: readonly string[]): Promise<number> => (names.length === 0 ? 0 : remove({ _id: { $in: [...names] } }));
  return {
    ofCustomer: async (customerId) => remove(whose(customerId)),
    ofVisits: async (sessionIds) => named(sessionIds.map((id) => NAMED.session + id)),
    ofOrders: async (orderIds) => named(orderIds.flatMap((id) => [NAMED.order + id, ALL_OF + NAMED.order + id])),
    ofWish: async ({ customerId, productId }) =>
      remove({ $and: [whose(customerId), { kind: 'visits' }, { $or: [{ products: productId }, { uncounted: productId }] }] }),
  };
};
