import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { CustomerFacts, FactBounds, FactReader } from '../../src/domain/facts/reading.js';
import { totalsOf } from '../../src/domain/facts/totals.js';
import { boundsOf, DEFAULT_PROFILE_SETTINGS } from '../../src/domain/personalisation/profile-settings.js';

interface Facts {
  readonly orders: readonly Order[];
  readonly interactions: readonly Interaction[];
}

const newestFirst =
  <T extends { readonly id: string }>(timeOf: (fact: T) => Date) =>
  (a: T, b: T): number =>
    timeOf(b).getTime() - timeOf(a).getTime() || Buffer.compare(Buffer.from(b.id), Buffer.from(a.id));

const eachOnce = <T extends { readonly id: string }>(facts: readonly T[]): readonly T[] => [
  ...new Map(facts.map((fact) => [fact.id, fact])).values(),
];

/** One customer's facts cut to the bounds as literally as the contract of FactReader says it; totals only where something was cut off. */
export const cutToBounds = (customerId: string, facts: Facts, bounds: FactBounds): CustomerFacts => {
  const held = eachOnce(facts.interactions).filter((interaction) => interaction.customerId === customerId);
  const oldestVersionFirst = facts.orders.toSorted((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
  const completed = eachOnce(oldestVersionFirst).filter((order) => order.customerId === customerId && order.status === 'COMPLETED');
  const orders = completed.toSorted(newestFirst(({ placedAt }) => placedAt)).slice(0, bounds.orders);
  const interactions = bounds.kinds.flatMap((kind) =>
    held
      .filter((interaction) => interaction.kind === kind)
      .sort(newestFirst(({ at }) => at))
      .slice(0, bounds.interactions),
  );
  return {
    customerId,
    orders,
    interactions,
    orderTotals: orders.length === completed.length ? null : totalsOf(completed.map(({ placedAt }) => placedAt)),
    interactionTotals: interactions.length === held.length ? null : totalsOf(held.map(({ at }) => at)),
  };
};

/** Customers' facts as a store answers them, every customer a part. */
export async function* boundedFacts(
  customerIds: readonly string[],
  facts: Facts,
  bounds: FactBounds,
): AsyncIterable<readonly CustomerFacts[]> {
  for (const customerId of customerIds) yield [cutToBounds(customerId, facts, bounds)];
}

/** What a store holds of one customer, within the usual bounds. */
export const heldOf = async (reader: Pick<FactReader, 'customerFacts'>, customerId: string): Promise<CustomerFacts> => {
  for await (const [facts] of reader.customerFacts([customerId], boundsOf(DEFAULT_PROFILE_SETTINGS))) if (facts !== undefined) return facts;
  throw new Error(`The reader answers nothing about ${customerId}`);
};
