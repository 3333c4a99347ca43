import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order, OrderLine } from '../../src/domain/facts/order.js';
import type { Exposure } from '../../src/domain/measurement/exposure.js';
import type { Period } from '../../src/domain/measurement/scorecard.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import type { Lane } from '../../src/domain/merchandising/rule.js';
import type { RecommendationSource } from '../../src/domain/ranking/candidate.js';

/** Everything that was ever told about a shop: every state of each order, in any order, with repeats. */
export interface ShopLog {
  readonly orders: readonly Order[];
  readonly interactions: readonly Interaction[];
  readonly pages: readonly ServedPage[];
  readonly exposures: readonly Exposure[];
}

/** A line of an order that a list led to. */
export interface NaiveCredit {
  readonly lane: Lane;
  readonly placement: string;
  readonly source: RecommendationSource;
  readonly anchorId: string | null;
  readonly productId: string;
  readonly units: number;
  readonly revenue: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Whether an instant is in a period. */
export const isIn = ({ from, until }: Period, at: Date): boolean => at >= from && at < until;

/** Orders as they stand now, without those that were cancelled. */
export const standingOrders = ({ orders }: ShopLog): readonly Order[] => {
  const inTime = orders.toSorted((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
  return [...new Map(inTime.map((order) => [order.id, order])).values()].filter(({ status }) => status === 'COMPLETED');
};

/** Interactions, each once. */
export const distinctInteractions = ({ interactions }: ShopLog): readonly Interaction[] => [
  ...new Map(interactions.map((interaction) => [interaction.id, interaction])).values(),
];

/** Money of one order. */
export const revenueOf = ({ lines }: Order): number => lines.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0);

const pagesOf = ({ pages }: ShopLog, recommendationId: string | null): readonly ServedPage[] =>
  pages.filter((page) => page.recommendationId === recommendationId);

/** Who put a product in a list; null when the list is unknown, did not hold the product, or was chosen for somebody else. */
export const sourceIn = (log: ShopLog, recommendationId: string | null, productId: string | null, customerId: string | null): RecommendationSource | null => {
  for (const page of pagesOf(log, recommendationId)) {
    if (page.customerId !== null && page.customerId !== customerId) return null;
    const at = page.productIds.findIndex((id) => id === productId);
    if (at >= 0) return page.sources[at] ?? null;
  }
  return null;
};

const endOfDay = (at: number): number => (Math.floor(at / DAY) + 1) * DAY;

const wasServedInTime = (pages: readonly ServedPage[], placedAt: number, windowDays: number): boolean => {
  const served = pages.map(({ servedAt }) => servedAt.getTime());
  return served.some((at) => at <= placedAt + 5 * MINUTE && endOfDay(at) > placedAt - windowDays * DAY);
};

/** Whether any page of a list that held the product had been served when something was done with it, give or take what clocks differ by. */
export const wasShownBy = (log: ShopLog, recommendationId: string | null, productId: string | null, at: Date): boolean =>
  pagesOf(log, recommendationId).some((page) => page.productIds.some((id) => id === productId) && page.servedAt.getTime() <= at.getTime() + 5 * MINUTE);

const isSameVisitor = (order: Order, { customerId, sessionId }: Interaction): boolean =>
  (customerId !== null && customerId === order.customerId) || (sessionId !== null && sessionId === order.sessionId);

const isLater = (a: Interaction, b: Interaction): boolean =>
  a.at.getTime() > b.at.getTime() || (a.at.getTime() === b.at.getTime() && a.id > b.id);

const lastTouched = (log: ShopLog, order: Order, { productId }: OrderLine, windowDays: number): string | null => {
  const placedAt = order.placedAt.getTime();
  let last: Interaction | null = null;
  for (const touch of distinctInteractions(log)) {
    if (touch.kind !== 'CLICK' && touch.kind !== 'ADD_TO_BASKET') continue;
    if (touch.productId !== productId || !isSameVisitor(order, touch)) continue;
    if (touch.at.getTime() > placedAt || touch.at.getTime() < placedAt - windowDays * DAY) continue;
    if (sourceIn(log, touch.recommendationId, productId, order.customerId) === null) continue;
    if (!wasShownBy(log, touch.recommendationId, productId, touch.at)) continue;
    if (last === null || isLater(touch, last)) last = touch;
  }
  return last?.recommendationId ?? null;
};

const listBehind = (log: ShopLog, order: Order, line: OrderLine, windowDays: number): string | null => {
  const own = line.recommendationId;
  const ownCounts =
    own !== null &&
    sourceIn(log, own, line.productId, order.customerId) !== null &&
    wasShownBy(log, own, line.productId, order.placedAt) &&
    wasServedInTime(pagesOf(log, own), order.placedAt.getTime(), windowDays);
  return ownCounts ? own : lastTouched(log, order, line, windowDays);
};

const anchorIn = (order: Order, anchorIds: readonly string[]): string | null => {
  const sorted = anchorIds.toSorted((a, b) => (a < b ? -1 : 1));
  return sorted.find((id) => order.lines.some(({ productId }) => productId === id)) ?? sorted[0] ?? null;
};

/** What lists an order's lines are credited to: each line to at most one. */
export const naiveCredits = (log: ShopLog, order: Order, windowDays: number): readonly NaiveCredit[] =>
  order.lines.flatMap((line) => {
    const list = listBehind(log, order, line, windowDays);
    const source = list === null ? null : sourceIn(log, list, line.productId, order.customerId);
    const [page] = pagesOf(log, list);
    if (source === null || page === undefined) return [];
    const { lane, placement, anchorIds } = page;
    const { productId, quantity, unitPriceMinor } = line;
    return [{ lane, placement, source, anchorId: anchorIn(order, anchorIds), productId, units: quantity, revenue: quantity * unitPriceMinor }];
  });

/** The exposure of a unit that counts: its earliest, of two at the same instant that in the holdout. */
export const partIn = ({ exposures }: ShopLog, lane: Lane, unitId: string | null): Exposure | null =>
  exposures
    .filter((exposure) => exposure.lane === lane && exposure.unitId === unitId)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.arm === 'HOLDOUT' ? -1 : 1))[0] ?? null;

/** The unit's part in the comparison, if it began no later than the order. */
export const partAt = (log: ShopLog, lane: Lane, unitId: string | null, placedAt: Date): Exposure | null => {
  const part = partIn(log, lane, unitId);
  return part !== null && part.at <= placedAt ? part : null;
};
