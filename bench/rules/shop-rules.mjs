// Rules as a large shop writes them: most for some products, some for a category, brand or tag, and a fifth for the whole shop. Always the same ones.

const PLACEMENTS = [[], [], ['PRODUCT_PAGE'], ['BASKET', 'CHECKOUT']];
const DAY_MS = 24 * 60 * 60 * 1000;

const selector = (parts) => ({ productIds: [], categoryIds: [], brands: [], tags: [], minPrice: null, maxPrice: null, maxPriceRatio: null, ...parts });

/** What the rules of each tenth are for: products of the shop by far the most, as in real shops. */
const WHENS = [
  ({ product }) => ({ productIds: [product.id] }),
  ({ product }) => ({ productIds: [product.id] }),
  ({ product }) => ({ productIds: [product.id] }),
  ({ product }) => ({ productIds: [product.id] }),
  ({ product }) => ({ productIds: [product.id] }),
  ({ product }) => ({ categoryIds: [`${product.categoryPath.at(-1)}-aisle-${product.at % 97}`] }),
  ({ product }) => ({ brands: [`brand-${product.at % 211}`], minPrice: String(product.at % 500) }),
  ({ product }) => ({ tags: [`season-${product.at % 53}`] }),
  () => null,
  () => null,
];

const ACTIONS = ['REQUIRE', 'PIN', 'RECOMMEND', 'BOOST', 'BURY', 'EXCLUDE'];
const MOVING = ['BOOST', 'BURY', 'EXCLUDE'];

const validity = (at, now) => {
  if (at % 20 === 0) return { validFrom: null, validUntil: new Date(now.getTime() - DAY_MS) };
  if (at % 20 === 1) return { validFrom: new Date(now.getTime() + DAY_MS), validUntil: null };
  return { validFrom: null, validUntil: null };
};

/**
 * The contents of `count` approved rules. The first ten are for products of the shop and the same whatever the count; the others are for
 * products, brands and categories that no list of this measurement shows, so that all shops decide the same and differ only in how
 * many rules they hold.
 */
export const rulesOfShop = (count, productIds, products, now) =>
  Array.from({ length: count }, (_, at) => {
    const base = products[at % products.length];
    const own = at < 10;
    const product = { ...base, at, id: own ? productIds[at % productIds.length] : `other-${at}` };
    const when = WHENS[at % WHENS.length]({ product });
    const action = when === null ? MOVING[at % MOVING.length] : ACTIONS[at % ACTIONS.length];
    return {
      id: `bench-${String(at).padStart(6, '0')}`,
      name: `Rule ${at}`,
      lane: 'CROSS_SELL',
      action,
      when: when === null ? null : selector(when),
      then: selector({ productIds: [own ? productIds[(at + 7) % productIds.length] : `other-${(at * 7) % 20_000}`] }),
      placements: PLACEMENTS[at % PLACEMENTS.length],
      slot: action === 'PIN' ? 1 + (at % 4) : null,
      weight: action === 'BOOST' ? 2 : action === 'BURY' ? 0.5 : null,
      quantity: null,
      priority: at % 10,
      ...validity(at, now),
      state: 'APPROVED',
      note: null,
    };
  });
