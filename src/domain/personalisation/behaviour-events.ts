import type { Interaction, InteractionKind } from '../facts/interaction.js';
import type { CustomerFacts, CustomerOrder } from '../facts/reading.js';
import { byCodePoint } from '../facts/text-order.js';
import { CHOICES, LOOKS, type ProfileSettings } from './profile-settings.js';

/** One thing that bears on one product of a customer's profile. */
export interface BehaviourEvent {
  /** Id of the order or interaction. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly productId: string;
  readonly act: InteractionKind | 'PURCHASE';
}

/** A customer's facts without repeats and without cancelled orders, oldest first. */
export interface DistinctFacts {
  readonly orders: readonly CustomerOrder[];
  readonly interactions: readonly Interaction[];
}

interface Timed {
  readonly id: string;
  readonly at: number;
}

const byTimeThenId = (first: Timed, second: Timed): number =>
  first.at - second.at || (first.id === second.id ? 0 : byCodePoint(first.id, second.id));

/** The latest word on each order: facts may arrive again, and out of turn. */
const latestById = (orders: readonly CustomerOrder[]): readonly CustomerOrder[] => {
  const latest = new Map<string, CustomerOrder>();
  for (const order of orders) {
    const known = latest.get(order.id);
    if (known === undefined || order.updatedAt > known.updatedAt) latest.set(order.id, order);
  }
  return [...latest.values()];
};

const sortByTime = <Fact extends { readonly id: string }>(facts: readonly Fact[], timeOf: (fact: Fact) => Date): readonly Fact[] =>
  facts
    .map((fact) => ({ fact, id: fact.id, at: timeOf(fact).getTime() }))
    .sort(byTimeThenId)
    .map(({ fact }) => fact);

/** Puts a customer's facts in order, each once. */
export const distinctFacts = ({ orders, interactions }: CustomerFacts): DistinctFacts => ({
  orders: sortByTime(
    latestById(orders).filter(({ status }) => status === 'COMPLETED'),
    ({ placedAt }) => placedAt,
  ),
  interactions: sortByTime([...new Map(interactions.map((interaction) => [interaction.id, interaction])).values()], ({ at }) => at),
});

const eventsOfOrder = ({ id, placedAt, lines }: CustomerOrder): readonly BehaviourEvent[] =>
  [...new Set(lines.map(({ productId }) => productId))].map(
    (productId) => ({ id, at: placedAt.getTime(), productId, act: 'PURCHASE' }),
  );

const eventsOfInteraction = ({ id, at, productId, kind }: Interaction): readonly BehaviourEvent[] =>
  productId === null ? [] : [{ id, at: at.getTime(), productId, act: kind }];

const newestOf = (interactions: readonly Interaction[], kinds: readonly InteractionKind[], most: number): readonly Interaction[] =>
  interactions.filter(({ kind }) => kinds.includes(kind)).slice(-most);

/**
 * What bears on the profile, oldest first: the newest orders, looks and choices, so that a profile costs the same for a customer of ten years.
 * Each has room of its own: no number of looks pushes out what the customer chose, and impressions and searches take none.
 */
export const behaviourEvents = ({ orders, interactions }: DistinctFacts, settings: ProfileSettings): readonly BehaviourEvent[] =>
  [
    ...orders.slice(-settings.maxOrders).flatMap(eventsOfOrder),
    ...[LOOKS, CHOICES].flatMap((kinds) => newestOf(interactions, kinds, settings.maxInteractions)).flatMap(eventsOfInteraction),
  ].sort((a, b) => byTimeThenId(a, b) || (a.productId < b.productId ? -1 : 1));
