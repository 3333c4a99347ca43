import { LONGEST } from '../picks/score.mjs';
import { askMany } from './lists.mjs';

const asking = (serving, facts, excludeOf) => async (customer, reader) => {
  const ids = await serving.picks({ customerId: customer.id, excludeIds: excludeOf(customer), first: LONGEST, now: customer.now }, reader);
  return ids.map((id) => facts.numbers.get(id) ?? -1);
};

/** The product's lists for all customers, in product numbers. */
export const productPicks = (serving, { facts, customers }, progress) =>
  askMany(customers, asking(serving, facts, () => []), serving.freshReader, progress('picks', customers.length));

/**
 * The same with all that the customer ever bought excluded. That may be more products than a request over GraphQL can exclude (500), so that
 * the use case is asked directly.
 */
export const productNovelPicks = (serving, { facts, customers }, progress) => {
  const ask = asking(serving, facts, ({ bought }) => [...bought].map((product) => facts.ids[product]));
  return askMany(customers, ask, serving.freshReader, progress('picks never bought before', customers.length));
};
