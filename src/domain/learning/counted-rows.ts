import type { AnchorRows } from './co-purchase.js';
import type { PairRow } from './count-pairs.js';
import type { CountedPair, LeastCounts } from './database-counting.js';
import { createTally, type Tally } from './tally.js';

const rowOf = (anchor: number, { together, weights, owners, neighbours }: Tally): PairRow => ({ anchor, neighbours: neighbours(), together, weights, owners });

/** Makes the function that puts an anchor's pairs, however they were counted, into rows, which are valid until the next call. `numbers` are the products'. */
export const countedRows = (numbers: ReadonlyMap<string, number>, least: LeastCounts): ((anchor: number, pairs: readonly CountedPair[]) => AnchorRows) => {
  const tallies = { orders: createTally(numbers.size), visits: createTally(numbers.size), customers: createTally(numbers.size) };
  const put = (kind: keyof LeastCounts, product: number, pair: CountedPair): void => {
    const { together, weight, owners } = pair[kind];
    tallies[kind].put(product, together, weight, owners);
  };
  return (anchor, pairs) => {
    for (const tally of Object.values(tallies)) tally.clear();
    for (const pair of pairs) {
      const { orders, visits, customers, neighbourId } = pair;
      const product = numbers.get(neighbourId);
      // Facts that came while others were being counted.
      if (product === undefined) continue;
      const isOwned = customers.together >= least.customers;
      if (isOwned) put('customers', product, pair);
      // What the same customers bought needs to have met in one order only.
      if (orders.together >= (isOwned ? 1 : least.orders)) put('orders', product, pair);
      if (visits.together >= least.visits) put('visits', product, pair);
    }
    return { bought: rowOf(anchor, tallies.orders), viewed: rowOf(anchor, tallies.visits), owned: rowOf(anchor, tallies.customers) };
  };
};
