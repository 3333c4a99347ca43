import type { BasketFact } from '../facts/reading.js';
import { FloatColumn, UintColumn, uintAt } from './columns.js';
import { fingerprint } from './fingerprint.js';
import { type Occasions, sortOccasions } from './occasions.js';
import type { ProductNumbering } from './product-numbers.js';

/** Takes orders as they come and keeps numbers only. */
export class OrderColumns {
  readonly #numbering: ProductNumbering;
  readonly #owners = new FloatColumn();
  readonly #keys = new FloatColumn();
  readonly #times = new FloatColumn();
  readonly #ends = new UintColumn();
  readonly #products = new UintColumn();

  constructor(numbering: ProductNumbering) {
    this.#numbering = numbering;
  }

  add({ orderId, customerId, placedAt, productIds }: BasketFact): void {
    const key = fingerprint(`order ${orderId}`);
    this.#keys.push(key);
    this.#owners.push(customerId === null ? key : fingerprint(`customer ${customerId}`));
    this.#times.push(placedAt.getTime());
    for (const productId of productIds) this.#products.push(this.#numbering.numberOf(productId));
    this.#ends.push(this.#products.length);
  }

  /** The orders, each once, with products under their final numbers, which `ranks` gives by number of arrival. Nothing is kept: to be called once. */
  finish(ranks: Uint32Array): Occasions {
    const arrivals = this.#products.take();
    const ends = this.#ends.take();
    return sortOccasions({
      owners: this.#owners.take(),
      times: this.#times.take(),
      keys: this.#keys.take(),
      mostProducts: arrivals.length,
      copyProducts: (place, into, at) => {
        const from = place === 0 ? 0 : uintAt(ends, place - 1);
        const size = uintAt(ends, place) - from;
        for (let index = 0; index < size; index += 1) into[at + index] = uintAt(ranks, uintAt(arrivals, from + index));
        return size;
      },
    });
  }
}
