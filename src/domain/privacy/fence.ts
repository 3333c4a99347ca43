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
  isErasedVisit(sessionId: string): boolean;
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

const unique = (values: readonly (string | null)[]): readonly string[] => [...new Set(values.filter((value) => value !== null))];

const tracesOf = (facts: readonly Fact[], wishes: readonly Wish[]): Traces => ({
  customerIds: unique(facts.map(({ customerId }) => customerId)),
  sessionIds: unique(facts.map(({ sessionId }) => sessionId)),
  wishes,
});

/** Whom orders name. */
export const tracesOfOrders = (orders: readonly Order[]): Traces => tracesOf(orders, []);

/** Whom and what interactions name. */
export const tracesOfInteractions = (interactions: readonly Interaction[]): Traces => {
  const wishes = interactions.flatMap(({ customerId, productId }) => (customerId === null || productId === null ? [] : [{ customerId, productId }]));
  return tracesOf(interactions, [...new Map(wishes.map((wish) => [JSON.stringify(wish), wish])).values()]);
};

/** Why an order may not be held; null when it may. A visit's tombstone is for what nobody known did in it: a browser may be a family's. */
export const orderRefusal = ({ customerId, sessionId }: Fact, tombstones: Tombstones): string | null => {
  const erased = customerId === null ? sessionId !== null && tombstones.isErasedVisit(sessionId) : tombstones.isErased(customerId);
  return erased ? OF_AN_ERASED_CUSTOMER : null;
};

/** Why an interaction may not be held; null when it may. */
export const interactionRefusal = (interaction: Interaction, tombstones: Tombstones): string | null => {
  const refusal = orderRefusal(interaction, tombstones);
  const { customerId, productId, at } = interaction;
  if (refusal !== null || customerId === null || productId === null) return refusal;
  const forgottenAt = tombstones.forgottenAt({ customerId, productId });
  return forgottenAt !== null && at <= forgottenAt ? ABOUT_A_FORGOTTEN_PRODUCT : null;
};

/** Visits that facts of erased customers name, and that have no tombstone yet: by these facts they are known to be theirs. */
export const visitsToErase = (facts: readonly Fact[], tombstones: Tombstones): readonly string[] =>
  unique(facts.map(({ customerId, sessionId }) => (customerId !== null && tombstones.isErased(customerId) ? sessionId : null))).filter(
    (sessionId) => !tombstones.isErasedVisit(sessionId),
  );

/** The same tombstones and those of these visits. */
export const withVisits = (tombstones: Tombstones, sessionIds: readonly string[]): Tombstones => {
  const visits = new Set(sessionIds);
  return { ...tombstones, isErasedVisit: (sessionId) => visits.has(sessionId) || tombstones.isErasedVisit(sessionId) };
};
