import type { Interaction } from '../../domain/facts/interaction.js';
import type { Order } from '../../domain/facts/order.js';
import type { Consent } from '../../domain/facts/recording.js';
import type { ProductFacts } from '../../domain/catalogue/product.js';
import { demoConfig } from '../../config.js';
import type { HoldoutSettings } from '../../domain/measurement/arm.js';
import type { Exposure } from '../../domain/measurement/exposure.js';
import type { ServedPage } from '../../domain/measurement/served-page.js';
import { SHELVES } from './assortment/all.js';
import { daysBefore, midnightOf } from './day.js';
import { measureMonth } from './measured/measured-month.js';
import { NAMED_CUSTOMERS, storiedOrders, storiedVisits } from './named-customers.js';
import { numberOrders } from './order-of.js';
import { inventPeople, type Shopper } from './people.js';
import { createRandom } from './random.js';
import { guestOrders, shoppingYear } from './shopping-year.js';
import { stockShelves, type SampleProduct, type Stock } from './stock.js';
import { browsingMonth, buyingVisit, numberInteractions } from './visits.js';

const CUSTOMERS = 2_500;
const GUESTS = 700;
const DEFAULT_SEED = 20_261;

/** A customer as their own subgraph knows them. */
export interface SampleCustomer {
  readonly id: string;
  readonly name: string;
}

/** A whole made-up shop. */
export interface SampleShop {
  /** What the catalogue holds of each product. */
  readonly products: readonly ProductFacts[];
  /** The same products as the neighbour that owns `Product` describes them. */
  readonly descriptions: readonly SampleProduct[];
  readonly customers: readonly SampleCustomer[];
  /** A year of orders, cancelled ones and guests' included, by time. */
  readonly orders: readonly Order[];
  /** A month of browsing, by time. */
  readonly interactions: readonly Interaction[];
  readonly consents: readonly Consent[];
  /** Lists that were on a screen in the month of browsing. */
  readonly servedPages: readonly ServedPage[];
  /** Who took part in the holdout comparisons of that month. */
  readonly exposures: readonly Exposure[];
}

const factsOf = ({ description: _, ...facts }: SampleProduct): ProductFacts => facts;

/** Of the invented customers 85 % consent, 10 % refuse, and 5 % were never asked. */
const consentOf = ({ id }: Shopper, midnight: Date, seed: number): readonly Consent[] => {
  const random = createRandom(seed, `consent of ${id}`);
  const answer = random.next();
  const decidedAt = daysBefore(midnight, random.between(366, 700), 12);
  return answer < 0.95 ? [{ customerId: id, consent: answer < 0.85, decidedAt }] : [];
};

const ordersOf = (stock: Stock, people: readonly Shopper[], midnight: Date, seed: number): readonly Order[] =>
  numberOrders([
    ...NAMED_CUSTOMERS.flatMap((customer) => storiedOrders(stock, customer, midnight)),
    ...people.flatMap((shopper) => shoppingYear(stock, shopper, midnight, seed)),
    ...inventPeople(seed, 'guest', GUESTS).flatMap((guest) => guestOrders(stock, guest, midnight, seed)),
  ]);

const consentsOf = (people: readonly Shopper[], midnight: Date, seed: number): readonly Consent[] => [
  ...NAMED_CUSTOMERS.map(({ id, consent }) => ({ customerId: id, consent, decidedAt: daysBefore(midnight, 1, 9) })),
  ...people.flatMap((shopper) => consentOf(shopper, midnight, seed)),
];

const interactionsOf = (stock: Stock, people: readonly Shopper[], orders: readonly Order[], midnight: Date, seed: number): readonly Interaction[] =>
  numberInteractions([
    ...NAMED_CUSTOMERS.flatMap((customer) => storiedVisits(stock, customer, midnight, seed)),
    ...people.flatMap((shopper) => browsingMonth(stock, shopper, midnight, seed)),
    ...orders.flatMap((order) => buyingVisit(stock, order, midnight, seed)),
  ]);

/** What a sample shop is made from. */
export interface SampleShopChoices {
  readonly now: Date;
  readonly seed?: number;
  /** Who is held out in the month that is measured: as the demo's server holds out. */
  readonly holdout?: HoldoutSettings;
}

/**
 * Makes up a shop: the same seed and day give the same bytes. Everything happened before the midnight (UTC) at or before `now`, so that
 * the newest orders are of yesterday.
 */
export const generateSampleShop = ({ now, seed = DEFAULT_SEED, holdout = demoConfig() }: SampleShopChoices): SampleShop => {
  const midnight = midnightOf(now);
  const stock = stockShelves(SHELVES);
  const people = inventPeople(seed, 'c', CUSTOMERS);
  const orders = ordersOf(stock, people, midnight, seed);
  const interactions = interactionsOf(stock, people, orders, midnight, seed);
  const consents = consentsOf(people, midnight, seed);
  return {
    products: stock.products.map(factsOf),
    descriptions: stock.products,
    customers: [...NAMED_CUSTOMERS, ...people].map(({ id, name }) => ({ id, name })),
    consents,
    ...measureMonth({ stock, orders, interactions, consents, holdout, seed }),
  };
};
