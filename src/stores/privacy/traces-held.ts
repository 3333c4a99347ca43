import type { Collection, Filter } from 'mongodb';

import type { Wish } from '../../domain/privacy/fence.js';
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
  /** Visits of which there is more than what known customers did in them. */
  visits(): AsyncIterable<readonly string[]>;
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

/** Reads the names that facts, profiles, consents and logs hold. */
export const createTracesHeld = ({ orders, interactions, profiles, consents, served, exposures }: Collections): TracesHeld => {
  async function* unitsOf(lane: Lane): AsyncIterable<readonly string[]> {
    for await (const batch of streamOf(exposures, { lane }, { projection: { unitId: 1 } })) yield batch.map(({ unitId }) => unitId);
  }

  async function* anonymousVisits(): AsyncIterable<readonly string[]> {
    const [of, options] = [{ customerId: null, sessionId: SOME }, { projection: { sessionId: 1 } }];
    for (const stream of [streamOf(orders, of, options), streamOf(interactions, of, options)])
      for await (const batch of stream) yield [...new Set(batch.flatMap(({ sessionId }) => sessionId ?? []))];
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
      yield* anonymousVisits();
      yield* unitsOf('CROSS_SELL');
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
