import type { Interaction } from '../facts/interaction.js';
import { dayOf, startOf } from './day.js';
import { byTime, type Touch, touchOf, type Touches, type Visitor } from './touch.js';

/** One customer's, or one visit's, touches of one product. */
interface Bucket {
  touches: Touch[];
  sorted: boolean;
}

const keysOf = (productId: string, { customerId, sessionId }: Visitor): readonly string[] => [
  ...(customerId === null ? [] : [JSON.stringify(['customer', customerId, productId])]),
  ...(sessionId === null ? [] : [JSON.stringify(['visit', sessionId, productId])]),
];

/** Touches in memory, to be found without looking at those of other visitors or products. */
export class TouchIndex implements Touches {
  readonly #buckets = new Map<string, Bucket>();
  readonly #keysByDay = new Map<string, Set<string>>();

  /** Takes an interaction; what is no touch is left out. */
  add(interaction: Interaction): void {
    const touched = touchOf(interaction);
    if (touched === null) return;
    const keys = keysOf(touched.productId, interaction);
    for (const key of keys) this.#push(key, touched.touch);
    this.#remember(dayOf(interaction.at), keys);
  }

  /** Drops the touches of all days before this one. */
  forgetBefore(day: string): void {
    for (const [held, keys] of this.#keysByDay) {
      if (held >= day) continue;
      for (const key of keys) this.#trim(key, startOf(day).getTime());
      this.#keysByDay.delete(held);
    }
  }

  of(productId: string, visitor: Visitor): readonly (readonly Touch[])[] {
    return keysOf(productId, visitor).flatMap((key) => {
      const bucket = this.#buckets.get(key);
      return bucket === undefined ? [] : [this.#sorted(bucket)];
    });
  }

  #push(key: string, touch: Touch): void {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, { touches: [touch], sorted: true });
    else {
      bucket.touches.push(touch);
      bucket.sorted = false;
    }
  }

  #remember(day: string, keys: readonly string[]): void {
    const held = this.#keysByDay.get(day) ?? new Set<string>();
    this.#keysByDay.set(day, held);
    for (const key of keys) held.add(key);
  }

  #trim(key: string, from: number): void {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return;
    bucket.touches = bucket.touches.filter(({ at }) => at >= from);
    if (bucket.touches.length === 0) this.#buckets.delete(key);
  }

  #sorted(bucket: Bucket): readonly Touch[] {
    if (!bucket.sorted) bucket.touches.sort(byTime);
    bucket.sorted = true;
    return bucket.touches;
  }
}

/** An index of these interactions' touches. */
export const indexTouches = (interactions: Iterable<Interaction>): Touches => {
  const index = new TouchIndex();
  for (const interaction of interactions) index.add(interaction);
  return index;
};
