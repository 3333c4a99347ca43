import type { Wish } from '../../domain/privacy/fence.js';
import type { Filter } from 'mongodb';

import type { Collections, InteractionDocument } from '../collections.js';
import type { FactRemoval } from './fact-removal.js';
import { streamOf } from './stream-of.js';

/** Removes a customer's interactions with a product up to an instant, that instant included, and answers how many. */
export type RemoveForgotten = (wish: Wish, at: Date) => Promise<number>;

/** The customer's index finds them; removal checks again, and marks days. */
export const createForgottenRemoval =
  ({ interactions }: Pick<Collections, 'interactions'>, facts: FactRemoval): RemoveForgotten =>
  async ({ customerId, productId }, at) => {
    const about: Filter<InteractionDocument> = { customerId, productId, at: { $lte: at } };
    let removed = 0;
    for await (const batch of streamOf(interactions, about, { projection: { _id: 1 } }))
      removed += await facts.interactions.remove(batch.map(({ _id }) => _id), { customerId });
    return removed;
  };
