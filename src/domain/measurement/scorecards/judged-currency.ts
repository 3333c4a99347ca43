/** Counts the orders of a period by currency, to tell which one is judged. */
export class CurrencyTally {
  readonly #orders = new Map<string, number>();

  add(currencyCode: string): void {
    this.#orders.set(currencyCode, (this.#orders.get(currencyCode) ?? 0) + 1);
  }

  /** The one that is asked for; else that of most orders, of several the first by code; null without orders. */
  judged(asked: string | null): string | null {
    if (asked !== null) return asked;
    const byOrders = [...this.#orders].sort(([a, few], [b, many]) => many - few || (a < b ? -1 : 1));
    return byOrders[0]?.[0] ?? null;
  }

  /** Orders in all currencies but this one. */
  others(judged: string | null): number {
    let sum = 0;
    for (const [code, orders] of this.#orders) if (code !== judged) sum += orders;
    return sum;
  }
}

/** One fold for each currency, since which one is judged is known at the end only. Of orders in currencies that cannot be judged, none. */
export class FoldPerCurrency<Fold> {
  readonly #folds = new Map<string, Fold>();
  readonly #asked: string | null;
  readonly #make: () => Fold;

  /** `asked` is the currency that will be judged; null when it depends on the orders. */
  constructor(asked: string | null, make: () => Fold) {
    this.#asked = asked;
    this.#make = make;
  }

  /** The fold that orders of this currency belong to; null where they can be passed over. */
  of(currencyCode: string): Fold | null {
    if (this.#asked !== null && currencyCode !== this.#asked) return null;
    const known = this.#folds.get(currencyCode);
    if (known !== undefined) return known;
    const fold = this.#make();
    this.#folds.set(currencyCode, fold);
    return fold;
  }

  /** The fold of the currency that is judged; an empty one where it has no orders. */
  judged(currencyCode: string | null): Fold {
    return (currencyCode === null ? null : this.of(currencyCode)) ?? this.#make();
  }
}
