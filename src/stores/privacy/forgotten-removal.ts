import type { Filter } from 'mongodb';

import { CLOCK_SKEW_MS } from '../../domain/facts/check-value.js';
import type { Wish } from '../../domain/privacy/fence.js';
import type { Collections, InteractionDocument } from '../collections.js';
import type { FactRemoval } from './fact-removal.js';
import { streamOf } from './stream-of.js';

/** Removes what customers did with products that they want forgotten. */
export interface ForgottenRemoval {
  /**
   * Up to when a wish of now reaches: what is held already was done before the wish, also where the clock that timed it is fast, as far as recording
   * puts up with that. Now, where no clock was fast.
   */
  upTo(wish: Wish, now: Date): Promise<Date>;
  /** Removes a customer's interactions with a product up to an instant, that instant included, and answers how many. */
  remove(wish: Wish, at: Date): Promise<number>;
}

/** The customer's index finds them; removal checks again, and marks days. */
export const createForgottenRemoval = ({ interactions }: Pick<Collections, 'interactions'>, facts: FactRemoval): ForgottenRemoval => ({
  async upTo({ customerId, productId }, now) {
    const ahead = { customerId, productId, at: { $gt: now, $lte: new Date(now.getTime() + CLOCK_SKEW_MS) } };
    const found = await interactions.find(ahead, { projection: { at: 1 }, readPreference: 'primary' }).toArray();
    return found.reduce((latest, { at }) => (at > latest ? at : latest), now);
  },

  async remove({ customerId, productId }, at) {
    const about: Filter<InteractionDocument> = { customerId, productId, at: { $lte: at } };
    let removed = 0;
    for await (const batch of streamOf(interactions, about, { projection: { _id: 1 } }))
      removed += await facts.interactions.remove(batch.map(({ _id }) => _id), { customerId });
    return removed;
  },
});
