import { addCompanions, fillBasket, openBasket, type Basket, type Belongings } from './basket.js';
import { daysBefore } from './day.js';
import { orderOf, type OrderHead, type UnnumberedOrder } from './order-of.js';
import type { Routine } from './personas.js';
import type { Shopper } from './people.js';
import { createRandom, type Random } from './random.js';
import type { SampleProduct, Stock } from './stock.js';

const YEAR_DAYS = 365;
/** Days of browsing that the shop holds; an order of these days belongs to a visit. */
export const BROWSING_DAYS = 30;
const CANCELLED_SHARE = 0.03;

const hourOf = (random: Random): number => 7 + 15 * ((random.next() + random.next()) / 2);

const quantityOf = (product: SampleProduct, random: Random): number => {
  if (product.id === 'aa-battery') return random.between(2, 6);
  return random.chance(0.06) ? 2 : 1;
};

/** Whether and when an order was cancelled: within two days, and before midnight. */
const outcomeOf = (placedAt: Date, midnight: Date, random: Random): Pick<OrderHead, 'status' | 'updatedAt'> => {
  if (!random.chance(CANCELLED_SHARE)) return { status: 'COMPLETED', updatedAt: placedAt };
  const cancelledAt = placedAt.getTime() + random.between(1, 48) * 3_600_000;
  return { status: 'CANCELLED', updatedAt: new Date(Math.min(cancelledAt, midnight.getTime())) };
};

/** One time somebody buys: what they came for is put in by `fill`. */
interface Trip {
  readonly daysAgo: number;
  fill(basket: Basket, day: Date): void;
}

const routineTrips = ({ families, everyDays, share }: Routine, random: Random): readonly Trip[] => {
  const family = random.pick(families);
  if (family === undefined || !random.chance(share)) return [];
  const restock: Trip['fill'] = (basket) => {
    basket.add(family);
    addCompanions(basket, random);
  };
  const trips: Trip[] = [];
  let daysAgo = random.between(1, everyDays);
  while (daysAgo <= YEAR_DAYS) {
    trips.push({ daysAgo, fill: restock });
    daysAgo += Math.max(1, Math.round(everyDays * (0.8 + 0.4 * random.next())));
  }
  return trips;
};

const strollTrips = (stock: Stock, { personas }: Shopper, random: Random): readonly Trip[] => {
  const [from, to] = personas[0]?.ordersPerYear ?? [1, 1];
  return Array.from({ length: random.between(from, to) }, () => ({
    daysAgo: random.between(1, YEAR_DAYS),
    fill: (basket, day) => fillBasket(stock, basket, personas, day, random),
  }));
};

/** Goes on each trip in turn; one on which nothing was put in the basket leaves no order. */
const takeTrips = (stock: Stock, shopper: Shopper, trips: readonly Trip[], midnight: Date, random: Random): readonly UnnumberedOrder[] => {
  const owned: Belongings = new Set();
  return trips.flatMap((trip, at) => {
    const placedAt = daysBefore(midnight, trip.daysAgo, hourOf(random));
    const basket = openBasket(stock, owned, trip.daysAgo, random);
    trip.fill(basket, placedAt);
    const purchases = basket.products.map((product) => ({ product, quantity: quantityOf(product, random) }));
    const sessionId = trip.daysAgo <= BROWSING_DAYS ? `visit-${shopper.id}-b${at}` : null;
    const head = { customerId: shopper.id, sessionId, placedAt, ...outcomeOf(placedAt, midnight, random) };
    return purchases.length === 0 ? [] : [orderOf(head, purchases)];
  });
};

/** A customer's orders of the year before midnight, in the order of time. */
export const shoppingYear = (stock: Stock, shopper: Shopper, midnight: Date, seed: number): readonly UnnumberedOrder[] => {
  const random = createRandom(seed, `year of ${shopper.id}`);
  const routines = shopper.personas.flatMap((persona) => persona.routines.flatMap((routine) => routineTrips(routine, random)));
  const trips = [...routines, ...strollTrips(stock, shopper, random)].sort((a, b) => b.daysAgo - a.daysAgo);
  return takeTrips(stock, shopper, trips, midnight, random);
};

/** The one order of somebody without an account. */
export const guestOrders = (stock: Stock, guest: Shopper, midnight: Date, seed: number): readonly UnnumberedOrder[] => {
  const random = createRandom(seed, `guest ${guest.id}`);
  const trips = strollTrips(stock, guest, random).slice(0, 1);
  const orders = takeTrips(stock, guest, trips, midnight, random);
  return orders.map((order) => ({ ...order, customerId: null, sessionId: `visit-${guest.id}` }));
};
