import type { Interaction } from '../../domain/facts/interaction.js';
import type { CustomerFacts, CustomerOrder, FactBounds, FactReader } from '../../domain/facts/reading.js';
import type { createInteractionStore } from './interaction-store.js';
import type { createOrderStore } from './order-store.js';

interface Sources {
  readonly orders: ReturnType<typeof createOrderStore>;
  readonly interactions: ReturnType<typeof createInteractionStore>;
}

const groupByCustomer = <T extends { readonly customerId: string | null }>(facts: readonly T[]): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const fact of facts) {
    if (fact.customerId === null) continue;
    const group = groups.get(fact.customerId);
    if (group === undefined) groups.set(fact.customerId, [fact]);
    else group.push(fact);
  }
  return groups;
};

const together = (customerIds: readonly string[], placed: readonly CustomerOrder[], done: readonly Interaction[]): readonly CustomerFacts[] => {
  const ordersOf = groupByCustomer(placed);
  const interactionsOf = groupByCustomer(done);
  return customerIds.map((customerId) => ({
    customerId,
    orders: ordersOf.get(customerId) ?? [],
    interactions: interactionsOf.get(customerId) ?? [],
    orderTotals: null,
    interactionTotals: null,
  }));
};

const halvesOf = (ids: readonly string[]): readonly (readonly string[])[] => {
  const middle = Math.ceil(ids.length / 2);
  return [ids.slice(0, middle), ids.slice(middle)];
};

/**
 * Reads customers for their profiles, each within its bounds. All at once where nobody did much, which is one command per collection whatever
 * their number; else those who did much are searched for by counting halves, and read alone.
 */
export const createCustomerFacts = ({ orders, interactions }: Sources): FactReader['customerFacts'] => {
  const partsOf = async (customerIds: readonly string[], bounds: FactBounds): Promise<readonly (readonly string[])[]> => {
    if (customerIds.length < 2) return [customerIds];
    const few = await Promise.all([orders.areFew(customerIds, bounds.orders), interactions.areFew(customerIds, bounds.interactions)]);
    if (!few.includes(false)) return [customerIds];
    return (await Promise.all(halvesOf(customerIds).map(async (half) => partsOf(half, bounds)))).flat();
  };

  const ordersWithin = async (customerId: string, newest: number): Promise<Pick<CustomerFacts, 'orders' | 'orderTotals'>> => {
    const [facts, orderTotals] = await Promise.all([orders.newestOf(customerId, newest), orders.totalsOf(customerId)]);
    return { orders: facts, orderTotals };
  };

  const interactionsWithin = async (
    customerId: string,
    { interactions: newest, kinds }: FactBounds,
  ): Promise<Pick<CustomerFacts, 'interactions' | 'interactionTotals'>> => {
    const [facts, interactionTotals] = await Promise.all([
      interactions.newestOf(customerId, newest, kinds),
      interactions.totalsOf(customerId),
    ]);
    return { interactions: facts, interactionTotals };
  };

  return async function* customerFacts(customerIds: readonly string[], bounds: FactBounds): AsyncGenerator<readonly CustomerFacts[]> {
    const [placed, done] = await Promise.all([
      orders.ofCustomers(customerIds, bounds.orders),
      interactions.ofCustomers(customerIds, bounds.interactions),
    ]);
    const [customerId] = customerIds;
    if (placed !== null && done !== null) yield together(customerIds, placed, done);
    else if (customerIds.length === 1 && customerId !== undefined) {
      const ordered = placed === null ? await ordersWithin(customerId, bounds.orders) : { orders: placed, orderTotals: null };
      const acted = done === null ? await interactionsWithin(customerId, bounds) : { interactions: done, interactionTotals: null };
      yield [{ customerId, ...ordered, ...acted }];
    } else {
      for (const half of halvesOf(customerIds)) for (const part of await partsOf(half, bounds)) yield* customerFacts(part, bounds);
    }
  };
};
