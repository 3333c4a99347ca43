/** A fair stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export const seeded = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const SEED = 20_260_301;
const LINES_PER_ORDER = 10;
const NEWEST = Date.UTC(2026, 2, 1);
const YEAR_MS = 364 * 86_400_000;

/** Places 0 to size − 1, the first ones far more often: Zipf–Mandelbrot with exponent 0.9. */
export const zipf = (size, random) => {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let place = 0; place < size; place += 1) sums[place] = sum += Math.pow(place + 10, -0.9);
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
};

/** How large a shop with this many order lines is: products and customers grow with it, unless the number of products is told. */
export const sizesOf = (lines, products = Math.min(50_000, Math.max(200, Math.round(lines / 20)))) => ({
  lines,
  products,
  customers: Math.max(50, Math.round(lines / 40)),
});

/**
 * Orders made up on the way, one at a time, until there are as many lines as asked for; a third of an order comes from one corner of the shop.
 * A fifth of them is anonymous, unless customers order in turn, so that there are as many as told where there are orders enough.
 */
export function* syntheticOrders({ lines, products, customers, linesPerOrder = LINES_PER_ORDER, inTurn = false }) {
  const random = seeded(SEED);
  const popular = zipf(products, random);
  for (let made = 0, number = 0; made < lines; number += 1) {
    const size = Math.min(lines - made, 1 + Math.floor(-Math.log(1 - random()) * (linesPerOrder - 1) + 0.5));
    const corner = popular();
    const productIds = Array.from({ length: size }, () => {
      const product = random() < 0.3 ? (corner + Math.floor(random() * 20)) % products : popular();
      return `product-${product}`;
    });
    made += size;
    yield {
      orderId: `order-${number}`,
      customerId: inTurn ? `customer-${number % customers}` : random() < 0.2 ? null : `customer-${Math.floor(random() * customers)}`,
      placedAt: new Date(NEWEST - Math.floor(random() * YEAR_MS)),
      productIds,
    };
  }
}

/** The newest moment at which a synthetic order can be placed. */
export const newestOrderAt = new Date(NEWEST);
