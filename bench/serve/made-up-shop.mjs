// A shop's catalogue and what was learned of it, made up: the same for the same number of products. Statistics of a product are made when they are asked for.
import { seeded, zipf } from '../learn/synthetic-shop.mjs';

/** Neighbours of a product by each kind of statistics: complements hold those of baskets beside those of the product alone. */
const COMPLEMENTS = 70;
const ALIKE = 50;
const BOUGHT = 50;
const POPULAR = 100;
const LEAF_SIZE = 40;
const DEPARTMENTS = 12;

export const NOW = new Date(Date.UTC(2026, 10, 20));
const DAY_MS = 86_400_000;

const idOf = (number) => `product-${number}`;
const leafOf = (number) => `leaf-${Math.floor(number / LEAF_SIZE)}`;
const departmentOf = (number) => `department-${Math.floor(number / LEAF_SIZE) % DEPARTMENTS}`;

const productOf = (number) => ({
  id: idOf(number),
  title: `Product ${number}`,
  categoryPath: [departmentOf(number), leafOf(number)],
  brand: number % 3 === 0 ? `brand-${number % 97}` : null,
  tags: number % 5 === 0 ? ['new'] : [],
  priceMinor: 100 + ((number * 37) % 9_900),
  currencyCode: 'GBP',
  variantOf: null,
  inStock: number % 19 !== 7,
  active: true,
});

/** Most neighbours come from a product's own corner of the shop, the others from what sells everywhere. */
const neighboursOf = (number, most, size, { random, popular }) => {
  const met = new Set();
  while (met.size < most) {
    const other = random() < 0.6 ? (number + Math.floor(random() * 4 * most)) % size : popular();
    if (other !== number) met.add(other);
  }
  const scores = Array.from(met, () => random() ** 2).sort((a, b) => b - a);
  return { numbers: [...met], scores };
};

/**
 * A shop of so many products, numbered by how well they sell.
 * @param {number} size
 */
export const madeUpShop = (size) => {
  let random = seeded(size);
  const popular = zipf(size, () => random());
  /** Chances that are the same whenever the same thing is made up. */
  const chancesOf = (seed) => {
    random = seeded(seed);
    return { random, popular };
  };
  const alike = (number, kind, most) => neighboursOf(number, most, size, chancesOf(number * 7 + kind));
  const named = ({ numbers, scores }) => ({ ids: numbers.map(idOf), scores });
  const popularityOf = (categoryId, numbers) => ({ categoryId, ids: numbers.map(idOf), scores: numbers.map((number) => 1_000 / (number + 10)) });
  const numbers = Array.from({ length: size }, (_, number) => number);
  const leaves = new Map(numbers.filter((number) => number % LEAF_SIZE === 0).map((number) => [leafOf(number), numbers.slice(number, number + LEAF_SIZE)]));
  return {
    size,
    idOf,
    numberOf: (id) => Number(id.slice(idOf('').length)),
    products: numbers.map(productOf),
    coPurchase: (number) => {
      const { numbers: others, scores } = alike(number, 2, COMPLEMENTS);
      return {
        productId: idOf(number),
        orders: 400,
        neighbourIds: others.map(idOf),
        ordersTogether: others.map((other) => 3 + (other % 40)),
        neighbourOrders: others.map((other) => 60 + (other % 500)),
        scores,
        basketScores: scores.map((score, place) => (place % 3 === 0 ? 0 : score * (1 + (others[place] % 5) / 10))),
      };
    },
    similarity: (number) => ({ productId: idOf(number), viewed: { ids: [], scores: [] }, bought: named(alike(number, 1, ALIKE)) }),
    popularity: [popularityOf('', numbers.slice(0, POPULAR)), ...[...leaves].map(([leaf, within]) => popularityOf(leaf, within))],
    categoryPaths: new Map(numbers.map((number) => [leafOf(number), [departmentOf(number), leafOf(number)]])),
    demand: {
      ids: numbers.map(idOf),
      demand: numbers.map((number) => 3 - Math.log(number + 10) / 2),
      trend: numbers.map((number) => ((number * 13) % 100) / 100 - 0.5),
      repeatRate: numbers.map((number) => 0.05 + ((number * 7) % 50) / 100),
      intervalDays: numbers.map((number) => (number % 4 === 0 ? 20 + (number % 30) : null)),
    },
    /** A customer who bought fifty products, some of them often, and the three categories they bought most in. */
    profile: (customer) => {
      const { random, popular } = chancesOf(1_000_003 + customer);
      const bought = new Set();
      while (bought.size < BOUGHT) bought.add(popular());
      const habits = Array.from(bought, (number) => {
        const purchaseDays = random() < 0.7 ? 1 : 2 + Math.floor(random() * 8);
        const days = random() * 300;
        return {
          productId: idOf(number),
          purchases: purchaseDays,
          firstPurchasedAt: new Date(NOW.getTime() - (days + (purchaseDays - 1) * 9) * DAY_MS),
          lastPurchasedAt: new Date(NOW.getTime() - days * DAY_MS),
          purchaseDays,
          chances: purchaseDays + Math.floor(random() * 30),
          recentDays: purchaseDays * 0.9 ** (days / 10),
          purchaseWeight: purchaseDays * 0.5 ** (days / 180),
          interestWeight: 0,
          lastSeenAt: null,
          notInterested: false,
        };
      });
      const leavesOf = [...new Set([...bought].map(leafOf))].slice(0, 3);
      return {
        customerId: `customer-${customer}`,
        asOf: NOW,
        since: new Date(NOW.getTime() - 400 * DAY_MS),
        interactions: 0,
        orders: 40,
        products: habits,
        categories: leavesOf.map((id, place) => ({ id, weight: 3 - place })),
        brands: [],
        recentProductIds: [...bought].slice(0, 20).map(idOf),
        typicalPrice: { minor: 1_000, currencyCode: 'GBP' },
      };
    },
  };
};
