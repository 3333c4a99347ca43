import { CLOCK_SKEW_MS } from '../facts/check-value.js';
import type { Order, OrderLine } from '../facts/order.js';
import { byCodePoint } from '../facts/text-order.js';
import { DAY_MS } from '../learning/decay.js';
import type { CreditRow } from './day-sheet.js';
import { dayOf, startOf } from './day.js';
import { sourceFor, wasShownBy } from './known-list.js';
import type { KnownList } from './served-page.js';
import { lastWithin, laterTouch, type Stretch, type Touch, type Touches } from './touch.js';

/** What an order line is credited to. */
export type Credit = Pick<CreditRow, 'lane' | 'placement' | 'source' | 'anchorId'>;

/** What is known of lists, by recommendation id. */
export type KnownLists = ReadonlyMap<string, KnownList>;

/** When a touch counts for an order: from the window's days before it, to the instant that it was placed at; both included. */
const attributionWindow = (placedAt: Date, windowDays: number): Stretch => ({
  from: placedAt.getTime() - windowDays * DAY_MS,
  until: placedAt.getTime(),
});

/**
 * Lists are served by one clock and orders dated by another. Of a day on which a list was served only the first time is known: it may have been
 * shown until midnight.
 */
const wasServedInTime = (list: KnownList, productId: string, { from, until }: Stretch): boolean =>
  wasShownBy(list, productId, until) &&
  list.servedAt.some((at) => at.getTime() <= until + CLOCK_SKEW_MS && startOf(dayOf(at)).getTime() + DAY_MS > from);

const anchorOf = (anchorIds: readonly string[], bought: ReadonlySet<string>): string | null => {
  const sorted = anchorIds.toSorted(byCodePoint);
  return sorted.find((id) => bought.has(id)) ?? sorted[0] ?? null;
};

/**
 * Credits orders. Which of a visitor's touches may count for a customer is found out once and kept, so that many orders of a visitor with many
 * touches cost no more than both together.
 */
class Crediting {
  readonly #touches: Touches;
  readonly #lists: KnownLists;
  readonly #windowDays: number;
  readonly #counting = new Map<readonly Touch[], Map<string | null, readonly Touch[]>>();

  constructor(touches: Touches, lists: KnownLists, windowDays: number) {
    this.#touches = touches;
    this.#lists = lists;
    this.#windowDays = windowDays;
  }

  creditsOf(order: Order): readonly (Credit | null)[] {
    const bought = new Set(order.lines.map(({ productId }) => productId));
    return order.lines.map((line) => {
      const list = this.#listBehind(line, order);
      const source = sourceFor(list, line.productId, order.customerId);
      if (list === undefined || source === null) return null;
      return { lane: list.lane, placement: list.placement, source, anchorId: anchorOf(list.anchorIds, bought) };
    });
  }

  #listBehind({ productId, recommendationId }: OrderLine, order: Order): KnownList | undefined {
    const window = attributionWindow(order.placedAt, this.#windowDays);
    const own = recommendationId === null ? undefined : this.#lists.get(recommendationId);
    if (own !== undefined && sourceFor(own, productId, order.customerId) !== null && wasServedInTime(own, productId, window)) return own;
    const last = this.#touches
      .of(productId, order)
      .map((touches) => lastWithin(this.#thatCount(touches, productId, order.customerId), window))
      .reduce(laterTouch, null);
    return last === null ? undefined : this.#lists.get(last.recommendationId);
  }

  #thatCount(touches: readonly Touch[], productId: string, customerId: string | null): readonly Touch[] {
    const byCustomer = this.#counting.get(touches) ?? new Map<string | null, readonly Touch[]>();
    this.#counting.set(touches, byCustomer);
    const counting =
      byCustomer.get(customerId) ??
      touches.filter(({ recommendationId, at }) => {
        const list = this.#lists.get(recommendationId);
        return list !== undefined && wasShownBy(list, productId, at) && sourceFor(list, productId, customerId) !== null;
      });
    byCustomer.set(customerId, counting);
    return counting;
  }
}

/**
 * Answers a function that says what each line of an order is credited to, in the order of the lines; null for a line that no list led to. A line
 * is credited to at most one list: the one that it names itself, if that may count and was served before the order and within the window; else
 * that of the visitor's last touch of its product within the window. A list that is unknown, was served only after it was touched, never held the
 * product or was chosen for somebody else credits nothing. Touches must not change meanwhile.
 */
export const crediting = (touches: Touches, lists: KnownLists, windowDays: number): ((order: Order) => readonly (Credit | null)[]) => {
  const made = new Crediting(touches, lists, windowDays);
  return (order) => made.creditsOf(order);
};
