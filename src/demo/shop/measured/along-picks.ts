import type { Order } from '../../../domain/facts/order.js';
import { createRandom } from '../random.js';
import type { Stock } from '../stock.js';
import { homeLists } from './home-lists.js';
import type { MonthLog } from './month-log.js';
import type { SampleVisit } from './sample-visit.js';

/** How often the home page comes to the screen of a visit that ends with an order, and of one that does not. */
const SEEN = { buying: 0.7, browsing: 0.2 };
/** How often what was looked at was looked at by way of the list. */
const FOLLOWED = 0.7;
/** How often the shop's front end hands on to the order which list a line came from. */
const ECHOED = 0.8;

/** Shows home pages to customers who are treated, and has them lead to what they looked at or bought anyway. */
export const goAlongPicks = ({ stock, orders, visits, treated, log, seed }: {
  readonly stock: Stock;
  readonly orders: readonly Order[];
  readonly visits: readonly SampleVisit[];
  /** Customer ids, and since when. */
  readonly treated: ReadonlyMap<string, Date>;
  readonly log: MonthLog;
  readonly seed: number;
}): void => {
  const listFor = homeLists(stock, orders);
  for (const visit of visits) {
    const { customerId, sessionId, beganAt } = visit;
    const since = customerId === null ? undefined : treated.get(customerId);
    if (customerId === null || since === undefined || beganAt < since) continue;
    const random = createRandom(seed, `picks of ${sessionId}`);
    if (!random.chance(visit.order === null ? SEEN.browsing : SEEN.buying)) continue;
    const showing = { list: listFor(customerId, visit), visit, at: beganAt };
    log.show(showing);
    const looked = new Set(visit.interactions.flatMap(({ kind, productId }) => (kind === 'VIEW' && productId !== null ? [productId] : [])));
    for (const productId of looked)
      if (showing.list.productIds.includes(productId) && random.chance(FOLLOWED)) log.follow(showing, productId, random.chance(ECHOED));
  }
};
