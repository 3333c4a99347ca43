import type { Erasures } from '../../domain/privacy/erasure.js';
import type { Collections } from '../collections.js';
import type { Removals } from './removals.js';
import { createSweep } from './sweep.js';
import { NOTHING_REMOVED } from './tombstone-store.js';
import { createTracesHeld } from './traces-held.js';

/**
 * Where customers are erased and products forgotten. The tombstone comes before the removal: what is written meanwhile is found by one or the
 * other. What was removed is counted after each step: of a process that was killed, at most the last step is missing from the count.
 */
export const createErasures = (collections: Collections, removals: Removals, reclaim: () => Promise<void>): Erasures => {
  const { tombstones, customers, forgotten, groups } = removals;
  const idOf = async (kind: 'customer' | 'forgotten', ...names: string[]): Promise<string> => {
    const [id] = await tombstones.idsOf(kind, [names]);
    if (id === undefined) throw new Error('a tombstone has no id');
    return id;
  };

  return {
    async erase(customerId, now) {
      const id = await idOf('customer', customerId);
      await tombstones.set('customer', [id], now);
      await customers(customerId, now, async (removed) => tombstones.count(id, removed));
      const tombstone = await tombstones.read(id);
      return { id, erasedAt: tombstone?.at ?? now, ...NOTHING_REMOVED, ...tombstone?.removed };
    },

    async forget(customerId, productId, now) {
      const wish = { customerId, productId };
      const id = await idOf('forgotten', customerId, productId);
      await tombstones.extend('forgotten', new Map([[id, now]]));
      const until = await forgotten.upTo(wish, now);
      if (until > now) await tombstones.extend('forgotten', new Map([[id, until]]));
      // Only now: what the customer does with it later is rightly in groups of later runs.
      await groups.ofWish(wish);
      return forgotten.remove(wish, until);
    },

    sweep: createSweep({ ...removals, held: createTracesHeld(collections) }),

    reclaim,
  };
};
