import type { Interaction } from '../../../domain/facts/interaction.js';
import type { Order } from '../../../domain/facts/order.js';
import type { Consent } from '../../../domain/facts/recording.js';
import { armOf, type HoldoutSettings } from '../../../domain/measurement/arm.js';
import type { Exposure } from '../../../domain/measurement/exposure.js';
import type { SampleVisit } from './sample-visit.js';

/** Every visit asked for its arm with its first page. */
export const visitExposures = (visits: readonly SampleVisit[], holdout: HoldoutSettings): readonly Exposure[] =>
  visits.map(({ sessionId, beganAt }) => ({ lane: 'CROSS_SELL', unitId: sessionId, arm: armOf('CROSS_SELL', sessionId, holdout), at: beganAt }));

/** When something was first known of a customer. */
const firstFacts = (orders: readonly Order[], interactions: readonly Interaction[]): ReadonlyMap<string, number> => {
  const first = new Map<string, number>();
  const times = [...orders.map(({ customerId, placedAt: at }) => ({ customerId, at })), ...interactions];
  for (const { customerId, at } of times) if (customerId !== null) first.set(customerId, Math.min(at.getTime(), first.get(customerId) ?? Infinity));
  return first;
};

/** Customers who consented take part from the first page of the month that could be personal: they were signed in, and something was known of them. */
export const customerExposures = (
  { orders, interactions, consents }: { readonly orders: readonly Order[]; readonly interactions: readonly Interaction[]; readonly consents: readonly Consent[] },
  holdout: HoldoutSettings,
): readonly Exposure[] => {
  const known = firstFacts(orders, interactions);
  const consented = new Map(consents.filter(({ consent }) => consent).map(({ customerId, decidedAt }) => [customerId, decidedAt]));
  const exposed = new Map<string, Exposure>();
  for (const { customerId, at } of interactions) {
    if (customerId === null || exposed.has(customerId)) continue;
    const since = consented.get(customerId);
    if (since === undefined || at < since || at.getTime() <= (known.get(customerId) ?? Infinity)) continue;
    exposed.set(customerId, { lane: 'PERSONALISATION', unitId: customerId, arm: armOf('PERSONALISATION', customerId, holdout), at });
  }
  return [...exposed.values()];
};
