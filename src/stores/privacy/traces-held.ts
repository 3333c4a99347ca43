import type { Collection, Filter } from 'mongodb';

import type { FencedOrder, Wish } from '../../domain/privacy/fence.js';
import type { Lane } from '../../domain/merchandising/rule.js';
import type { Collections } from '../collections.js';
import { streamOf } from './stream-of.js';

const SOME = { $gt: '' };

interface OfCustomer {
  _id: string;
  customerId: string | null;
}

/** Everybody and everything that is named in what is held, in lists of bounded length; a name may come more than once. */
export interface TracesHeld {
  customers(): AsyncIterable<readonly string[]>;
  /** Visits in which nobody known acted, or that take part in comparisons. */
  visits(): AsyncIterable<readonly string[]>;
  /** Visits in which nobody known ordered. */
  guestVisits(): AsyncIterable<readonly string[]>;
  orders(): AsyncIterable<readonly Pick<FencedOrder, 'id' | 'updatedAt'>[]>;
  wishes(): AsyncIterable<readonly Wish[]>;
}

/** Customers by their index, so that each comes once. */
async function* customersOf<D extends OfCustomer>(collection: Collection<D>): AsyncIterable<readonly string[]> {
  let last = '';
  // The driver cannot see that what filters documents of customers filters their kinds too.
  const known = { customerId: SOME } as Filter<D>;
  for await (const batch of streamOf(collection, known, { projection: { customerId: 1 }, sort: { customerId: 1 } })) {
    const ids = [...new Set(batch.flatMap(({ customerId }) => customerId ?? []))];
    yield ids.filter((id) => id !== last);
    last = ids.at(-1) ?? last;
  }
}

async function* keysOf<D extends { _id: string }>(collection: Collection<D>): AsyncIterable<readonly string[]> {
  for await (const batch of streamOf(collection, {}, { projection: { _id: 1 } })) yield batch.map(({ _id }) => _id);
}

async function* anonymousVisits<D extends OfCustomer & { sessionId: string | null }>(collection: Collection<D>): AsyncIterable<readonly string[]> {
  // As above.
  const anonymous = { customerId: null, sessionId: SOME } as unknown as Filter<D>;
  for await (const batch of streamOf(collection, anonymous, { projection: { sessionId: 1 } }))
    yield [...new Set(batch.flatMap(({ sessionId }) => sessionId ?? []))];
}

/** Reads the names that facts, profiles, consents and logs hold. */
export const createTracesHeld = ({ orders, interactions, profiles, consents, served, exposures }: Collections): TracesHeld => {
  async function* unitsOf(lane: Lane): AsyncIterable<readonly string[]> {
    for await (const batch of streamOf(exposures, { lane }, { projection: { unitId: 1 } })) yield batch.map(({ unitId }) => unitId);
  }


  return {
    customers: async function* customers() {
      yield* customersOf(orders);
      yield* customersOf(interactions);
      yield* keysOf(profiles);
      yield* keysOf(consents);
      yield* customersOf(served);
      yield* unitsOf('PERSONALISATION');
    },
    visits: async function* visits() {
      yield* anonymousVisits(interactions);
      yield* unitsOf('CROSS_SELL');
    },
    guestVisits: () => anonymousVisits(orders),
    orders: async function* everyOrder() {
      for await (const batch of streamOf(orders, {}, { projection: { updatedAt: 1 } })) yield batch.map(({ _id, updatedAt }) => ({ id: _id, updatedAt }));
    },
    wishes: async function* wishes() {
      const stream = streamOf(interactions, { customerId: SOME, productId: SOME }, { projection: { customerId: 1, productId: 1 } });
      for await (const batch of stream) {
        const wished = batch.flatMap(({ customerId, productId }) => (customerId === null || productId === null ? [] : [{ customerId, productId }]));
        yield [...new Map(wished.map((wish) => [JSON.stringify(wish), wish])).values()];
      }
    },
  };
};
