import type { CountedPair, CountingPlan, ProductRepeat } from '../../domain/learning/database-counting.js';
import { DAY_MS } from '../../domain/learning/decay.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../domain/learning/settings.js';
import { windowEnding } from '../../domain/learning/window.js';
import { countedGroups } from './counted-groups.js';
import type { AggregatingDatabase } from './database.js';
import { type FactCollections, groupFacts } from './group-facts.js';
import { totalsOfKinds } from './product-pipelines.js';
import { dropStaging, type StagingNames } from './staging.js';

const AT = new Date('2020-01-02T00:00:00Z');

const order = (_id: string, customerId: string | null, placedAt: Date) => ({
  _id,
  customerId,
  placedAt,
  status: 'COMPLETED',
  lines: [{ productId: 'a' }, { productId: 'b' }, { productId: 'b' }],
});

/** Two products, bought by a customer on two days, by another, and by somebody unknown; one customer looked at both. */
const ORDERS = [order('1', 'x', AT), order('2', 'y', AT), order('3', 'y', new Date(AT.getTime() - DAY_MS)), order('4', null, AT)];

const INTERACTIONS = ['a', 'b'].map((productId) => ({ _id: productId, kind: 'VIEW', customerId: 'x', sessionId: null, productId, at: AT }));

const planFrom = (startedAt: Date): CountingPlan => ({
  windows: { orders: windowEnding(AT, 7), interactions: windowEnding(AT, 7), asOf: AT },
  settings: { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 2 },
  startedAt,
});

const isRight = (pairs: readonly CountedPair[], repeats: readonly ProductRepeat[]): boolean =>
  pairs.length === 2 &&
  pairs.every(({ orders, visits, customers }) => orders.together === 4 && orders.owners === 3 && visits.together === 1 && customers.together === 3) &&
  repeats.length === 6;

const collected = async <T>(stream: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const one of stream) all.push(one);
  return all;
};

/** Has the database count a shop of two products, under names of its own, and answers whether it came to what is known. Throws what the database does. */
export const countsRightly = async (database: AggregatingDatabase, names: StagingNames, startedAt: Date): Promise<boolean> => {
  const facts: FactCollections = { orders: `${names.run}_orders`, interactions: `${names.run}_interactions` };
  const plan = planFrom(startedAt);
  // Of nothing: who cannot aggregate at all is asked for no more.
  await collected(database.stream(names.groups, totalsOfKinds(plan.settings.basketCap)));
  try {
    await database.insert(facts.orders, ORDERS);
    await database.insert(facts.interactions, INTERACTIONS);
    const huge = await groupFacts(database, { facts, names, plan });
    const groups = countedGroups(database, names, { plan, huge });
    const slice = await groups.countPairs(['a', 'b']);
    return isRight(await collected(slice.pairsOf(['a', 'b'])), await collected(groups.repeats()));
  } finally {
    await dropStaging(database, names);
  }
};
