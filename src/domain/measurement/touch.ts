import type { Interaction, InteractionKind } from '../facts/interaction.js';
import type { Order } from '../facts/order.js';
import { byCodePoint } from '../facts/text-order.js';

/** A click on, or a basket add of, a product in a list: what an order line may be credited for. */
export interface Touch {
  /** Id of the interaction. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly recommendationId: string;
}

/** Who did something: the same customer or the same visit is the same visitor. */
export type Visitor = Pick<Order, 'customerId' | 'sessionId'>;

/** A stretch of time, both ends included, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Finds touches by what was touched and by whom. */
export interface Touches {
  /** How the customer touched the product, and how it was touched in the visit: each by time, then by id; the same arrays when asked again. */
  of(productId: string, visitor: Visitor): readonly (readonly Touch[])[];
}

const TOUCHING: ReadonlySet<InteractionKind> = new Set(['CLICK', 'ADD_TO_BASKET']);

/** An interaction as a touch, with the product touched; null when it is none. */
export const touchOf = ({ id, kind, at, productId, recommendationId }: Interaction): { readonly productId: string; readonly touch: Touch } | null =>
  TOUCHING.has(kind) && productId !== null && recommendationId !== null ? { productId, touch: { id, at: at.getTime(), recommendationId } } : null;

/** By time, then by id. */
export const byTime = (one: Touch, other: Touch): number => one.at - other.at || byCodePoint(one.id, other.id);

/** The later of two touches; null when there is neither. */
export const laterTouch = (one: Touch | null, other: Touch | null): Touch | null => {
  if (one === null || other === null) return one ?? other;
  return byTime(one, other) < 0 ? other : one;
};

/** The last of the touches, which are in order of time, that is in the stretch; null when none is. */
export const lastWithin = (touches: readonly Touch[], { from, until }: Stretch): Touch | null => {
  let [low, high] = [0, touches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((touches[middle]?.at ?? Infinity) <= until) low = middle + 1;
    else high = middle;
  }
  const last = touches[low - 1];
  return last === undefined || last.at < from ? null : last;
};
