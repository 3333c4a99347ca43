import { byCodePoint } from '../../facts/text-order.js';
import type { CreditRow } from '../day-sheet.js';
import type { CrossSellScorecard } from '../scorecard.js';

type Pair = CrossSellScorecard['topPairs'][number];

const MOST_PAIRS = 10;

const byRevenueThenIds = (one: Pair, other: Pair): number =>
  other.revenueMinor - one.revenueMinor ||
  byCodePoint(one.anchorId, other.anchorId) ||
  byCodePoint(one.productId, other.productId);

/** What was bought with which anchor, in one currency. */
export class CreditedPairs {
  readonly #pairs = new Map<string, Pair>();

  /** Lines without an anchor are no pairs. */
  add(credits: readonly CreditRow[]): void {
    for (const { anchorId, productId, revenueMinor } of credits) {
      if (anchorId === null) continue;
      const key = JSON.stringify([anchorId, productId]);
      const sum = this.#pairs.get(key);
      this.#pairs.set(key, {
        anchorId,
        productId,
        orderLines: (sum?.orderLines ?? 0) + 1,
        revenueMinor: (sum?.revenueMinor ?? 0) + revenueMinor,
      });
    }
  }

  /** Those of most revenue, of equal ones the first by ids; at most 10. */
  top(): readonly Pair[] {
    return [...this.#pairs.values()].sort(byRevenueThenIds).slice(0, MOST_PAIRS);
  }
}
