/** Products numbered from 0 as they turn up, so that what is known of each can stand in columns of numbers. */
export class PickRows {
  readonly #ids: string[] = [];
  readonly #rows = new Map<string, number>();

  get size(): number {
    return this.#ids.length;
  }

  /** The number of a product; the next one when it has none. */
  rowOf(productId: string): number {
    const known = this.#rows.get(productId);
    if (known !== undefined) return known;
    const row = this.#ids.length;
    this.#rows.set(productId, row);
    this.#ids.push(productId);
    return row;
  }

  /** The product of a row below `size`. */
  idAt(row: number): string {
    return this.#ids[row] ?? '';
  }
}
