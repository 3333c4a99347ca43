/** Products numbered by their ids in ascending order, so that the numbers do not depend on who came first. */
export interface ProductNumbers {
  /** Product ids by number, ascending. */
  readonly ids: readonly string[];
  /** The final number of each product by its number of arrival. */
  readonly ranks: Uint32Array;
}

/** The id of a product by its number; empty for a number that no product has. */
export const idAt = (ids: readonly string[], product: number): string => ids[product] ?? '';

const byCodeUnits = (first: string, second: string): number => (first < second ? -1 : 1);

/** Gives each product a number on arrival, and the final one once all have come. */
export class ProductNumbering {
  readonly #arrivals = new Map<string, number>();

  /** The number of arrival of a product. */
  numberOf(productId: string): number {
    const known = this.#arrivals.get(productId);
    if (known !== undefined) return known;
    const number = this.#arrivals.size;
    this.#arrivals.set(productId, number);
    return number;
  }

  finish(): ProductNumbers {
    const ids = [...this.#arrivals.keys()].sort(byCodeUnits);
    const ranks = new Uint32Array(ids.length);
    ids.forEach((id, rank) => {
      ranks[this.numberOf(id)] = rank;
    });
    return { ids, ranks };
  }
}
