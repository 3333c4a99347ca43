import type { Interaction } from '../facts/interaction.js';
import type { Order } from '../facts/order.js';

/** Why a fact is refused; names nobody, since it may end up in reports and logs. */
export const OF_AN_ERASED_CUSTOMER = 'belongs to a customer who was erased';

/** Why an interaction is refused; names nobody either. */
export const ABOUT_A_FORGOTTEN_PRODUCT = 'about a product that its customer wanted forgotten';

/** Whom facts name: what a fence must look for. */
export interface Traces {
  readonly customerIds: readonly string[];
  readonly sessionIds: readonly string[];
  /** Of orders; none for other facts. */
  readonly orderIds: readonly string[];
  readonly wishes: readonly Wish[];
}

/** One customer's product, which the customer may have wanted forgotten. */
export interface Wish {
  readonly customerId: string;
  readonly productId: string;
}

/** What is fenced off, of the traces that were looked for. */
export interface Tombstones {
  isErased(customerId: string): boolean;
  /** Whether interactions that name nobody are kept out of a visit. */
  isErasedVisit(sessionId: string): boolean;
  /** Whether orders that name nobody are kept out of a visit. */
  fencesOrders(sessionId: string): boolean;
  /** Up to which version an order is kept out, whomever it names: an erased customer's version came with that `updatedAt` or after it. Null for none. */
  erasedOrder(orderId: string): Date | null;
  /** Up to when; null where nothing is to be forgotten. */
  forgottenAt(wish: Wish): Date | null;
}

/** Keeps out what must not come back. */
export interface Fence {
  /**
   * Looks for tombstones of these traces whenever it is called. A writer calls it before AND after writing: an erasure sets its tombstone before it
   * looks for what there is to remove, so whatever it came too early to find, its writer learns of it the second time and removes it.
   */
  watch(traces: Traces): () => Promise<Tombstones>;
}

type Fact = Pick<Order, 'customerId' | 'sessionId'>;

/** What a fence must know of an order. */
export type FencedOrder = Pick<Order, 'id' | 'customerId' | 'sessionId' | 'updatedAt'>;

/** What a fence must know of an interaction. */
export type FencedInteraction = Pick<Interaction, 'id' | 'customerId' | 'sessionId' | 'productId' | 'at'>;

const unique = (values: readonly (string | null)[]): readonly string[] => [...new Set(values.filter((value) => value !== null))];

const tracesOf = (facts: readonly Fact[]): Pick<Traces, 'customerIds' | 'sessionIds'> => ({
  customerIds: unique(facts.map(({ customerId }) => customerId)),
  sessionIds: unique(facts.map(({ sessionId }) => sessionId)),
});

/** Nothing but customers. */
export const tracesOfCustomers = (customerIds: readonly string[]): Traces => ({ customerIds, sessionIds: [], orderIds: [], wishes: [] });

/** Whom orders name. */
export const tracesOfOrders = (orders: readonly FencedOrder[]): Traces => ({ ...tracesOf(orders), orderIds: unique(orders.map(({ id }) => id)), wishes: [] });

/** Whom and what interactions name. */
export const tracesOfInteractions = (interactions: readonly FencedInteraction[]): Traces => {
  const wishes = interactions.flatMap(({ customerId, productId }) => (customerId === null || productId === null ? [] : [{ customerId, productId }]));
  return { ...tracesOf(interactions), orderIds: [], wishes: [...new Map(wishes.map((wish) => [JSON.stringify(wish), wish])).values()] };
};

/**
 * Why an order may not be held; null when it may. A visit's tombstone is for what nobody known ordered in it: a browser may be a family's. Of an
 * order that changes hands the newest version counts: older ones than the erased customer's are refused, whomever they name.
 */
export const orderRefusal = ({ id, customerId, sessionId, updatedAt }: FencedOrder, tombstones: Tombstones): string | null => {
  const erased = customerId === null ? sessionId !== null && tombstones.fencesOrders(sessionId) : tombstones.isErased(customerId);
  const until = tombstones.erasedOrder(id);
  return erased || (until !== null && updatedAt <= until) ? OF_AN_ERASED_CUSTOMER : null;
};

/** Why an interaction may not be held; null when it may. */
export const interactionRefusal = ({ customerId, sessionId, productId, at }: FencedInteraction, tombstones: Tombstones): string | null => {
  if (customerId === null) return sessionId !== null && tombstones.isErasedVisit(sessionId) ? OF_AN_ERASED_CUSTOMER : null;
  if (tombstones.isErased(customerId)) return OF_AN_ERASED_CUSTOMER;
  const forgottenAt = productId === null ? null : tombstones.forgottenAt({ customerId, productId });
  return forgottenAt !== null && at <= forgottenAt ? ABOUT_A_FORGOTTEN_PRODUCT : null;
};

/** Visits that facts of erased customers name, and that have no tombstone yet: by these facts they are known to be theirs. */
export const visitsToErase = (facts: readonly Fact[], tombstones: Tombstones): readonly string[] =>
  unique(facts.map(({ customerId, sessionId }) => (customerId !== null && tombstones.isErased(customerId) ? sessionId : null))).filter(
    (sessionId) => !tombstones.isErasedVisit(sessionId),
  );

/** The same for visits in which they ordered: erased customers, and visits of each whose orders are not fenced. */
export const visitsToFence = (orders: readonly Fact[], tombstones: Tombstones): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>();
  for (const { customerId, sessionId } of orders) {
    if (customerId === null || sessionId === null || !tombstones.isErased(customerId) || tombstones.fencesOrders(sessionId)) continue;
    found.set(customerId, (found.get(customerId) ?? new Set()).add(sessionId));
  }
  return new Map([...found].map(([customerId, sessionIds]) => [customerId, [...sessionIds]]));
};

/**
 * Up to which version orders of erased customers that are refused keep out others of the same id, where that is not known yet. Their own is left
 * out: of two versions with the same `updatedAt`, the one that is held stands.
 */
export const ordersToErase = (orders: readonly FencedOrder[], tombstones: Tombstones): ReadonlyMap<string, Date> =>
  new Map(
    orders.flatMap(({ id, customerId, updatedAt }) => {
      const until = new Date(updatedAt.getTime() - 1);
      const known = tombstones.erasedOrder(id);
      return customerId !== null && tombstones.isErased(customerId) && (known === null || known < until) ? [[id, until]] : [];
    }),
  );

/** The same tombstones and those of these visits. */
export const withVisits = (tombstones: Tombstones, sessionIds: readonly string[]): Tombstones => {
  const visits = new Set(sessionIds);
  return { ...tombstones, isErasedVisit: (sessionId) => visits.has(sessionId) || tombstones.isErasedVisit(sessionId) };
};

/** The same tombstones and those of these visits' orders. */
export const withFenced = (tombstones: Tombstones, sessionIds: readonly string[]): Tombstones => {
  const visits = new Set(sessionIds);
  return { ...tombstones, fencesOrders: (sessionId) => visits.has(sessionId) || tombstones.fencesOrders(sessionId) };
};

/** The same tombstones without those of these visits' orders. */
export const withoutFenced = (tombstones: Tombstones, sessionIds: ReadonlySet<string>): Tombstones => ({
  ...tombstones,
  fencesOrders: (sessionId) => !sessionIds.has(sessionId) && tombstones.fencesOrders(sessionId),
});

/** The same tombstones and those of these orders, each later than the one it has. */
export const withOrders = (tombstones: Tombstones, orders: ReadonlyMap<string, Date>): Tombstones => ({
  ...tombstones,
  erasedOrder: (orderId) => orders.get(orderId) ?? tombstones.erasedOrder(orderId),
});
