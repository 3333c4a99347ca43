import type { Interaction } from '../../../domain/facts/interaction.js';
import type { Order } from '../../../domain/facts/order.js';
import { dayOf } from '../../../domain/measurement/day.js';
import type { ServedPage } from '../../../domain/measurement/served-page.js';
import type { UnnumberedInteraction } from '../visits.js';
import type { SampleVisit } from './sample-visit.js';
import type { ShownList } from './shown-list.js';

/** A list on the screen of a visit. */
export interface Showing {
  readonly list: ShownList;
  readonly visit: SampleVisit;
  readonly at: Date;
}

/** Takes down what lists did in the measured month. */
export interface MonthLog {
  /** The list came to the screen: an impression of each of its products. */
  show(showing: Showing): void;
  /** A product of it was clicked. */
  click(showing: Showing, productId: string, at: Date): void;
  /** What the visit did with the product anyway, it did by way of the list; `echo`: the order line says so, too. */
  follow(showing: Showing, productId: string, echo: boolean): void;
  /** One a day of each list that was shown. */
  readonly pages: () => readonly ServedPage[];
  /** Impressions and clicks, which have no id yet. */
  readonly seen: () => readonly UnnumberedInteraction[];
  /** The interaction, naming the list that it came by. */
  readonly named: (interaction: Interaction) => Interaction;
  /** The order, its lines naming the lists that they came by. */
  readonly led: (order: Order) => Order;
}

const acted = (kind: 'IMPRESSION' | 'CLICK', { list, visit }: Showing, productId: string, at: Date): UnnumberedInteraction => ({
  kind,
  customerId: visit.customerId,
  sessionId: visit.sessionId,
  productId,
  categoryId: null,
  query: null,
  at,
  recommendationId: list.recommendationId,
  slot: list.productIds.indexOf(productId) + 1,
});

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** An empty log. */
export const openMonthLog = (): MonthLog => {
  const pages = new Map<string, ServedPage>();
  const seen: UnnumberedInteraction[] = [];
  const basketAdds = new Map<string, Pick<Interaction, 'recommendationId' | 'slot'>>();
  const lines = new Map<string, string>();

  const show: MonthLog['show'] = (showing) => {
    const { list, at } = showing;
    const key = `${dayOf(at)} ${list.recommendationId}`;
    const known = pages.get(key);
    if (known === undefined || at < known.servedAt) pages.set(key, { ...list, servedAt: at });
    for (const productId of list.productIds) seen.push(acted('IMPRESSION', showing, productId, at));
  };
  const click: MonthLog['click'] = (showing, productId, at) => {
    seen.push(acted('CLICK', showing, productId, at));
  };
  const follow: MonthLog['follow'] = (showing, productId, echo) => {
    const { list, visit } = showing;
    const done = visit.interactions.filter((interaction) => interaction.productId === productId);
    click(showing, productId, later(showing.at, done[0]?.at ?? showing.at));
    const slot = list.productIds.indexOf(productId) + 1;
    for (const { id, kind } of done) if (kind === 'ADD_TO_BASKET') basketAdds.set(id, { recommendationId: list.recommendationId, slot });
    if (visit.order !== null && echo) lines.set(`${visit.order.id} ${productId}`, list.recommendationId);
  };
  return {
    show,
    click,
    follow,
    pages: () => [...pages.values()],
    seen: () => seen,
    named: (interaction) => ({ ...interaction, ...basketAdds.get(interaction.id) }),
    led: (order) => ({
      ...order,
      lines: order.lines.map((line) => ({ ...line, recommendationId: lines.get(`${order.id} ${line.productId}`) ?? null })),
    }),
  };
};
