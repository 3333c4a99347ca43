import type { Order } from '../../src/domain/facts/order.js';
import { bought, daysAgo } from './learning-facts.js';

/** Three products that are bought together and with nothing else. */
export const setOf = (name: number | string): readonly string[] => ['a', 'b', 'c'].map((product) => `set${name}-${product}`);

const SETS = 60;

const everySet = Array.from({ length: SETS }, (_, set) => set);

/** Each of sixty sets bought by six customers, between thirty and twenty days ago: what the published version is learned from. */
export const EARLIER: readonly Order[] = everySet.flatMap((set) =>
  Array.from({ length: 6 }, (_, buyer) => bought(`o${set}-${buyer}`, `c${set}-${buyer}`, setOf(set), daysAgo(30 - buyer))),
);

/** Each set bought once more, by nobody in particular, within the last days. */
export const NEWER: readonly Order[] = everySet.map((set) => bought(`n${set}`, null, setOf(set), daysAgo(set / SETS)));

/** Half of the orders, strewn over all sets. */
export const halfOf = (orders: readonly Order[]): readonly Order[] => orders.filter((_, place) => (place * 7919) % 1009 < 505);
