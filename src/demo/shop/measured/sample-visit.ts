import type { Interaction } from '../../../domain/facts/interaction.js';
import type { Order } from '../../../domain/facts/order.js';
import { grouped } from '../grouped.js';

/** A visit of the browsing month: what was done on it, by time, and the order that it ended with. */
export interface SampleVisit {
  readonly sessionId: string;
  readonly customerId: string | null;
  /** When its first page was shown. */
  readonly beganAt: Date;
  readonly interactions: readonly Interaction[];
  readonly order: Order | null;
}

/** The visits that interactions, given by time, belong to; by when they began. */
export const visitsOf = (interactions: readonly Interaction[], orders: readonly Order[]): readonly SampleVisit[] => {
  const orderOf = new Map(orders.map((order) => [order.sessionId, order]));
  const bySession = grouped(interactions.map((interaction) => [interaction.sessionId, interaction] as const));
  return [...bySession].flatMap(([sessionId, done]) => {
    const [first] = done;
    if (sessionId === null || first === undefined) return [];
    return [{ sessionId, customerId: first.customerId, beganAt: first.at, interactions: done, order: orderOf.get(sessionId) ?? null }];
  });
};
