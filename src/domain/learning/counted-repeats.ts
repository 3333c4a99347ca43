import { uintAt } from './columns.js';
import type { ProductRepeat } from './database-counting.js';
import { type CountedInterval, type ProductRepeats, usualInterval } from './product-demand.js';

/** Takes repeats as they come, for products that are numbered; those of a product may come in parts. */
export class RepeatCollector {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #returned: Uint32Array;
  readonly #again: Uint32Array;
  /** Of each product the days between two purchases, and how often they were so many. */
  readonly #intervals = new Map<number, CountedInterval[]>();

  constructor(numbers: ReadonlyMap<string, number>) {
    this.#numbers = numbers;
    this.#returned = new Uint32Array(numbers.size);
    this.#again = new Uint32Array(numbers.size);
  }

  add(repeat: ProductRepeat): void {
    const product = this.#numbers.get(repeat.productId);
    if (product === undefined) return;
    if (repeat.kind === 'returned') this.#returned[product] = uintAt(this.#returned, product) + repeat.times;
    else if (repeat.kind === 'again') this.#again[product] = uintAt(this.#again, product) + repeat.times;
    else this.#addInterval(product, repeat);
  }

  finish(): ProductRepeats {
    return {
      returned: this.#returned,
      again: this.#again,
      usualDays: Array.from(this.#again, (again, product) => usualInterval(this.#intervals.get(product) ?? [], again)),
    };
  }

  #addInterval(product: number, { days, times }: CountedInterval): void {
    const known = this.#intervals.get(product);
    if (known === undefined) this.#intervals.set(product, [{ days, times }]);
    else known.push({ days, times });
  }
}
