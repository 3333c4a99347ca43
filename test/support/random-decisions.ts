import fc from 'fast-check';
import type { ComplementsRequest } from '../../src/domain/cross-sell/complements-for.js';
import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import { candidateSelectors } from '../../src/domain/merchandising/in-force/rules-needing-products.js';
import { selects } from '../../src/domain/merchandising/select.js';
import { AUTOPILOTS, DIVERSITIES, type PlacementPolicy } from '../../src/domain/merchandising/policy.js';
import {
  CROSS_SELL_PLACEMENTS,
  PERSONAL_SURFACES,
  RULE_ACTIONS,
  type MerchandisingRule,
  type ProductSelector,
} from '../../src/domain/merchandising/rule.js';
import type { ProductDemand } from '../../src/domain/learning/model.js';
import type { BehaviourProfile } from '../../src/domain/personalisation/profile.js';
import type { PersonalDependencies, PicksRequest } from '../../src/domain/personalisation/picks-for.js';
import { START } from '../../src/domain/ranking/cursor.js';
import type { RecommendationFilter } from '../../src/domain/ranking/filter.js';
import { demandIndexOf } from '../../src/domain/serving/demand-index.js';
import { NO_HOLDOUT, UNNOTED } from './arms.js';
import {
  aModel,
  aPair,
  aPolicy,
  aProduct,
  aRule,
  aSelector,
  aSnapshot,
  NOW,
  someDemand,
  someNeighbours,
  somePopularity,
  someSimilar,
} from './builders.js';
import { aHabit, aProfile } from './profiles.js';
import { aReader, type InMemoryReader, type ShopHoldings } from './in-memory-reader.js';

/** Few ids and facets, so that decisions meet often. */
export const PRODUCT_IDS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'pa', 'pb'];
const UNKNOWN = 'nobody-knows-it';
const PATHS = [[], ['a'], ['a', 'a1'], ['a', 'a2'], ['b'], ['b', 'b1']];
const CATEGORY_PATHS = new Map(PATHS.flatMap((path) => path.slice(-1).map((id) => [id, path] as const)));
const CATEGORIES = [...CATEGORY_PATHS.keys()];

const productId = fc.constantFrom(...PRODUCT_IDS);
const category = fc.constantFrom(...CATEGORIES);
const brand = fc.constantFrom('x', 'y');
const tag = fc.constantFrom('gift', 'sale');
/** Tenths, whose sums depend on the order of adding. */
const score = fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10);
const seldom = <T>(some: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: some });

const facts = fc.record({
  categoryPath: fc.constantFrom(...PATHS),
  brand: fc.option(brand),
  tags: fc.uniqueArray(tag),
  priceMinor: fc.option(fc.integer({ min: 1, max: 20 }).map((pounds) => pounds * 100), { freq: 6 }),
  variantOf: seldom(fc.constantFrom<(string | null)[]>('family', 'p0', 'p1'), null),
  inStock: seldom(fc.constant(false), true),
  active: seldom(fc.constant(false), true),
});

const catalogue: fc.Arbitrary<readonly ProductFacts[]> = fc
  .tuple(...PRODUCT_IDS.map((id) => facts.map((changes) => aProduct(id, changes))))
  .chain((products) => fc.subarray(products, { minLength: PRODUCT_IDS.length - 2 }));

const scores = (most: number): fc.Arbitrary<Readonly<Record<string, number>>> =>
  fc.dictionary(productId, score, { maxKeys: most, noNullPrototype: true });

const without = (own: string, all: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => id !== own));

const price = fc.integer({ min: 1, max: 20 }).map((pounds) => `${pounds}.00`);

const selector = (ids: fc.Arbitrary<readonly string[]>, inThen: boolean): fc.Arbitrary<ProductSelector> =>
  fc
    .record({
      productIds: ids,
      categoryIds: seldom(fc.uniqueArray(category, { maxLength: 2 }), []),
      brands: seldom(fc.uniqueArray(brand), []),
      tags: seldom(fc.uniqueArray(tag), []),
      minPrice: seldom<string | null>(price, null),
      maxPrice: seldom<string | null>(price, null),
      maxPriceRatio: inThen ? seldom<number | null>(fc.constantFrom(0.5, 1), null) : fc.constant(null),
    })
    .map(aSelector);

const thenSelector = selector(fc.uniqueArray(productId, { maxLength: 3 }), true);
const whenSelector = selector(seldom<readonly string[]>(fc.uniqueArray(productId, { maxLength: 4 }), []), false);

const contents = fc.record({
  lane: fc.constantFrom('CROSS_SELL' as const, 'PERSONALISATION' as const),
  action: fc.constantFrom(...RULE_ACTIONS),
  when: fc.option(whenSelector),
  then: thenSelector,
  wholeList: fc.boolean(),
  placements: fc.constantFrom<string[][]>([], [], [], ['PRODUCT_PAGE'], ['BASKET', 'HOME', 'CHECKOUT']),
  slot: fc.integer({ min: 1, max: 6 }),
  quantity: fc.integer({ min: 1, max: 4 }),
  priority: fc.integer({ min: -1, max: 1 }),
  state: fc.constantFrom('APPROVED' as const, 'APPROVED' as const, 'APPROVED' as const, 'DRAFT' as const),
  validUntil: seldom<Date | null>(fc.constant(NOW), null),
});

const WEIGHTS: Partial<Record<MerchandisingRule['action'], number>> = { BOOST: 2, BURY: 0.4 };

const rule = contents.map(({ wholeList, ...parts }) =>
  aRule('rule', {
    ...parts,
    then: parts.action === 'NEVER_PERSONALISE' && wholeList ? null : parts.then,
    slot: parts.action === 'PIN' ? parts.slot : null,
    weight: WEIGHTS[parts.action] ?? null,
  }),
);

const rules: fc.Arbitrary<readonly MerchandisingRule[]> = fc
  .array(rule, { maxLength: 8 })
  .map((all) => all.map((each, index) => ({ ...each, id: `r${String(index)}` })));

const policy = (lane: PlacementPolicy['lane'], placement: string): fc.Arbitrary<PlacementPolicy> =>
  fc
    .record({
      autopilot: seldom(fc.constantFrom(...AUTOPILOTS), 'ASSIST'),
      learnedShareCap: fc.constantFrom(0, 0.3, 0.5, 1, 1),
      sameGroupCap: lane === 'CROSS_SELL' ? fc.constantFrom(0, 0.3, 0.5, 1, 1) : fc.constant(1),
      atLeast: seldom(fc.integer({ min: 0, max: 4 }), 0),
      fallback: fc.boolean(),
      diversity: fc.constantFrom(...DIVERSITIES),
    })
    .map((changes) => aPolicy({ lane, placement, ...changes }));

const policies: fc.Arbitrary<readonly PlacementPolicy[]> = fc.tuple(
  ...CROSS_SELL_PLACEMENTS.map((placement) => policy('CROSS_SELL', placement)),
  ...PERSONAL_SURFACES.map((surface) => policy('PERSONALISATION', surface)),
);

const habit = fc
  .record({
    productId,
    purchases: fc.nat(3),
    purchaseWeight: score,
    interestWeight: fc.oneof(fc.constant(0), score),
    notInterested: seldom(fc.constant(true), false),
  })
  .map(({ productId: id, ...changes }) => aHabit(id, { ...changes, purchaseWeight: changes.purchases === 0 ? 0 : changes.purchaseWeight }));

const facets = (ids: readonly string[]) =>
  fc
    .uniqueArray(fc.record({ id: fc.constantFrom(...ids), weight: score }), { selector: ({ id }) => id })
    .map((all) => all.toSorted((a, b) => b.weight - a.weight));

const profile = (customerId: string): fc.Arbitrary<BehaviourProfile> =>
  fc
    .record({
      products: fc.uniqueArray(habit, { selector: ({ productId: id }) => id, maxLength: 6 }),
      categories: facets(CATEGORIES),
      brands: facets(['x', 'y']),
    })
    .map((changes) => aProfile({ customerId, ...changes }));

const popularity = fc
  .tuple(scores(12), ...CATEGORIES.map(() => scores(6)))
  .map((all) => new Map(all.map((each, index) => [['', ...CATEGORIES][index] ?? '', somePopularity(['', ...CATEGORIES][index] ?? '', each)] as const)));

const demand = fc
  .dictionary(productId, fc.record({ demand: fc.integer({ min: -20, max: 40 }).map((tenths) => tenths / 10) }), { maxKeys: 8, noNullPrototype: true })
  .map(someDemand);

const pairs = fc.uniqueArray(
  fc.tuple(productId, productId, fc.constantFrom('APPROVE' as const, 'DISMISS' as const)).map((pair) => aPair(...pair)),
  { selector: ({ anchorId, complementId }) => `${anchorId} ${complementId}`, maxLength: 12 },
);

/** A whole shop: what people decided, what was learned, and who its customers are. */
export interface RandomShop {
  readonly holdings: Pick<ShopHoldings, 'products' | 'coPurchase' | 'similarity' | 'pairs' | 'profiles' | 'consents'>;
  readonly rules: readonly MerchandisingRule[];
  readonly policies: readonly PlacementPolicy[];
  readonly popularity: ReadonlyMap<string, ReturnType<typeof somePopularity>>;
  readonly demand: ProductDemand;
}

/** Any shop with two customers, ann and bob, who both consent. */
export const anyShop: fc.Arbitrary<RandomShop> = fc.record({
  holdings: fc.record({
    products: catalogue,
    coPurchase: fc.tuple(...PRODUCT_IDS.map((id) => scores(8).map((all) => someNeighbours(id, without(id, all))))),
    similarity: fc.tuple(
      ...PRODUCT_IDS.map((id) =>
        fc.tuple(scores(5), scores(5)).map(([viewed, bought]) => someSimilar(id, { viewed: without(id, viewed), bought: without(id, bought) })),
      ),
    ),
    pairs,
    profiles: fc.tuple(profile('ann'), profile('bob')),
    consents: fc.constant({ ann: true, bob: true }),
  }),
  rules,
  policies,
  popularity,
  demand,
});

/** What a rule's selector finds in the catalogue: what a store would answer. */
const ruleProductsOf = ({ rules: all, holdings }: RandomShop): ReadonlyMap<string, readonly string[]> =>
  new Map(
    candidateSelectors(all).map(({ ruleId, selector: wanted }) => [
      ruleId,
      holdings.products
        .filter((product) => selects({ ...wanted, minPrice: null, maxPrice: null, maxPriceRatio: null }, product, null, null))
        .map(({ id }) => id)
        .toSorted(),
    ]),
  );

/** What the lanes' use cases work with in a shop, a fresh reader each time; `changes` overrides what the store holds. */
export const dependenciesOf = (
  shop: RandomShop,
  changes: Partial<ShopHoldings> = {},
  settings: Partial<PersonalDependencies['settings']> = {},
): PersonalDependencies & { readonly reader: InMemoryReader } => ({
  snapshot: aSnapshot({
    rules: shop.rules,
    policies: shop.policies,
    model: aModel(),
    popularity: shop.popularity,
    demand: demandIndexOf(shop.demand),
    categoryPaths: CATEGORY_PATHS,
    ruleProducts: ruleProductsOf(shop),
  }),
  reader: aReader({ ...shop.holdings, ...changes }),
  now: NOW,
  idSalt: 'salt',
  ...UNNOTED,
  settings: { consentDefault: false, holdoutShares: NO_HOLDOUT, holdoutSalt: 'holdout', ...settings },
});

const filter: fc.Arbitrary<RecommendationFilter | null> = seldom<RecommendationFilter | null>(
  fc.record({
    categoryIds: fc.uniqueArray(category, { maxLength: 3 }),
    brands: seldom(fc.uniqueArray(brand), []),
    minPrice: seldom<string | null>(price, null),
    maxPrice: seldom<string | null>(price, null),
  }),
  null,
);

const exclude = fc.uniqueArray(productId, { maxLength: 3 });
const first = fc.integer({ min: 1, max: 8 });

/** Any first page of complements. */
export const anyComplementsRequest: fc.Arbitrary<ComplementsRequest> = fc.record({
  placement: fc.constantFrom(...CROSS_SELL_PLACEMENTS),
  anchorIds: fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: productId }, { weight: 1, arbitrary: fc.constant(UNKNOWN) }), { minLength: 1, maxLength: 4 }),
  excludeIds: exclude,
  filter,
  arm: fc.constant('TREATMENT' as const),
  first,
  position: fc.constant(START),
});

/** Any first page of picks for ann. */
export const anyPicksRequest: fc.Arbitrary<PicksRequest> = fc
  .record({
    surface: fc.constantFrom(...PERSONAL_SURFACES),
    categoryId: category,
    productId,
    candidateIds: fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: productId }, { weight: 1, arbitrary: fc.constant(UNKNOWN) })),
    excludeIds: exclude,
    filter,
    first,
  })
  .map(({ categoryId, productId: viewedId, candidateIds, ...request }) => ({
    customerId: 'ann',
    ...request,
    context: {
      categoryId: request.surface === 'CATEGORY' ? categoryId : null,
      productId: request.surface === 'PRODUCT_PAGE' ? viewedId : null,
      candidateIds: request.surface === 'SEARCH' ? candidateIds : [],
    },
    position: START,
  }));

/** The same shop with everything told in another order. */
export const reordered = (shop: RandomShop): RandomShop => ({
  ...shop,
  rules: shop.rules.toReversed(),
  policies: shop.policies.toReversed(),
  popularity: new Map([...shop.popularity].toReversed()),
  holdings: {
    ...shop.holdings,
    products: shop.holdings.products.toReversed(),
    coPurchase: shop.holdings.coPurchase.toReversed(),
    similarity: shop.holdings.similarity.toReversed(),
    pairs: shop.holdings.pairs.toReversed(),
    profiles: shop.holdings.profiles.toReversed(),
  },
});
