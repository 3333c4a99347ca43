import type { FindCursor } from 'mongodb';

import { ahead } from '../ahead.js';

/** The customers of facts that come sorted by customer, each once. */
export async function* customersOf(facts: FindCursor<{ readonly customerId: string | null }>): AsyncGenerator<string> {
  let last: string | null = null;
  for await (const batch of ahead(facts)) {
    for (const { customerId } of batch) {
      if (customerId === last || customerId === null) continue;
      yield customerId;
      last = customerId;
    }
  }
}
