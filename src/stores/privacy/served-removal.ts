import type { Collections } from '../collections.js';
import { streamOf } from './stream-of.js';

/** Removes the pages that were served to a customer and answers how many. */
export type RemoveServed = (customerId: string) => Promise<number>;

/** No sheet is made again for it: a list that was chosen for a customer is credited with what that customer did, and with nothing else. */
export const createServedRemoval =
  ({ served }: Pick<Collections, 'served'>): RemoveServed =>
  async (customerId) => {
    let removed = 0;
    for await (const batch of streamOf(served, { customerId }, { projection: { _id: 1 } }))
      removed += (await served.deleteMany({ _id: { $in: batch.map(({ _id }) => _id) }, customerId })).deletedCount;
    return removed;
  };
