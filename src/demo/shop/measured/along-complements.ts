import type { CrossSellPlacement } from '../../../domain/merchandising/rule.js';
import { createRandom, type Random } from '../random.js';
import type { SampleProduct, Stock } from '../stock.js';
import { complementLists } from './complement-lists.js';
import type { MonthLog, Showing } from './month-log.js';
import type { SampleVisit } from './sample-visit.js';

/** How often the list comes to the screen of a visit that ends with an order, and of one that does not. */
const SEEN = { buying: 0.9, browsing: 0.12 };
/** How often what was bought with it was bought by way of the list: seldom where the list showed it for no better reason than popularity. */
const FOLLOWED = { popular: 0.2, chosen: 0.9 };
/** How often something was clicked and not bought. */
const CLICKED_ONLY = 0.1;
/** How often the shop's front end hands on to the order which list a line came from. */
const ECHOED = 0.8;

const PLACES: readonly { readonly placement: CrossSellPlacement; readonly weight: number }[] = [
  { placement: 'PRODUCT_PAGE', weight: 6 },
  { placement: 'BASKET', weight: 3 },
  { placement: 'CHECKOUT', weight: 1 },
];

/** What the visit is about: the first product that it bought, or else looked at. */
const aboutOf = ({ order, interactions }: SampleVisit): string | null =>
  order?.lines[0]?.productId ?? interactions.find(({ kind }) => kind === 'VIEW')?.productId ?? null;

const firstLook = ({ interactions, beganAt }: SampleVisit, productId: string): Date =>
  interactions.find((interaction) => interaction.productId === productId)?.at ?? beganAt;

const followOrder = (showing: Showing, log: MonthLog, random: Random): void => {
  const { list, visit } = showing;
  for (const { productId } of visit.order?.lines.slice(1) ?? []) {
    const source = list.sources[list.productIds.indexOf(productId)];
    if (source !== undefined && random.chance(source === 'POPULAR' ? FOLLOWED.popular : FOLLOWED.chosen)) log.follow(showing, productId, random.chance(ECHOED));
  }
};

const clickOnly = (showing: Showing, log: MonthLog, random: Random): void => {
  const clicked = random.chance(CLICKED_ONLY) ? random.pick(showing.list.productIds) : undefined;
  if (clicked !== undefined && showing.visit.order === null) log.click(showing, clicked, showing.visit.interactions.at(-1)?.at ?? showing.at);
};

/** Shows complements on visits that are treated, and has them lead to what was bought with the first product anyway. */
export const goAlongComplements = ({ stock, visits, treated, log, seed }: {
  readonly stock: Stock;
  readonly visits: readonly SampleVisit[];
  /** Session ids. */
  readonly treated: ReadonlyMap<string, Date>;
  readonly log: MonthLog;
  readonly seed: number;
}): void => {
  const listFor = complementLists(stock);
  const products = new Map<string | null, SampleProduct>(stock.products.map((product) => [product.id, product]));
  for (const visit of visits) {
    const random = createRandom(seed, `complements of ${visit.sessionId}`);
    const anchor = products.get(aboutOf(visit));
    const place = random.pickWeighted(PLACES, ({ weight }) => weight);
    const seen = random.chance(visit.order === null ? SEEN.browsing : SEEN.buying);
    if (anchor === undefined || place === undefined || !seen || !treated.has(visit.sessionId)) continue;
    const showing = { list: listFor(anchor, place.placement), visit, at: firstLook(visit, anchor.id) };
    log.show(showing);
    followOrder(showing, log, random);
    clickOnly(showing, log, random);
  }
};
