import type { ProductFacts } from '../../../src/domain/catalogue/product.js';
import type { MerchandisingRule, RuleContents } from '../../../src/domain/merchandising/rule.js';
import type { RuleWarning, RuleWarningCode } from '../../../src/domain/merchandising/kept/rule-warning.js';
import type { WhatIfDependencies } from '../../../src/domain/what-if/dependencies.js';
import { findWarnings } from '../../../src/domain/what-if/rule-warnings.js';
import { NO_HOLDOUT, UNNOTED } from '../../support/arms.js';
import { aProduct, aRule, aSelector, aSnapshot, NOW, popularityOf, someNeighbours, somePopularity } from '../../support/builders.js';
import { aFinder, type InMemoryFinder } from '../../support/in-memory-finder.js';
import { aReader, type InMemoryReader, type ShopHoldings } from '../../support/in-memory-reader.js';

const toys = { categoryPath: ['toys'] };
const vehicles = { categoryPath: ['toys', 'vehicles'] };

/** A shop that sells a car with a track and glue, beside a few other things. */
export const PRODUCTS: readonly ProductFacts[] = [
  aProduct('car', { ...vehicles, brand: 'Zoom' }),
  aProduct('boat', vehicles),
  aProduct('doll', toys),
  aProduct('track', { title: 'Race track' }),
  aProduct('glue'),
  aProduct('gift', { title: 'Gift box', tags: ['gift'] }),
  aProduct('ribbon', { tags: ['gift'], priceMinor: 300 }),
  aProduct('lamp', { title: 'lamp', categoryPath: ['home'] }),
];

const POPULARITY = popularityOf(
  somePopularity('', { car: 9, doll: 7, lamp: 5, boat: 3 }),
  somePopularity('toys', { car: 9, doll: 7, boat: 3 }),
  somePopularity('vehicles', { car: 9, boat: 3 }),
  somePopularity('home', { lamp: 5 }),
);

const CATEGORY_PATHS = new Map([
  ['toys', ['toys']],
  ['vehicles', ['toys', 'vehicles']],
  ['things', ['things']],
  ['home', ['home']],
]);

/** What a test may decide about the shop. */
export interface ToyShop {
  readonly products?: readonly ProductFacts[];
  readonly rules?: readonly MerchandisingRule[];
  readonly snapshot?: Omit<NonNullable<Parameters<typeof aSnapshot>[0]>, 'rules'>;
  readonly holdings?: Partial<ShopHoldings>;
  readonly now?: Date;
}

/** All that looking at a rule needs, fresh each time. */
export const toyShop = ({
  products = PRODUCTS,
  rules = [],
  snapshot = {},
  holdings = {},
  now = NOW,
}: ToyShop = {}): WhatIfDependencies & { readonly finder: InMemoryFinder; readonly reader: InMemoryReader } => ({
  snapshot: aSnapshot({
    popularity: POPULARITY,
    categoryPaths: CATEGORY_PATHS,
    knownProducts: new Map(products.map((product) => [product.id, product])),
    ...snapshot,
    rules,
  }),
  reader: aReader({
    products,
    coPurchase: [someNeighbours('car', { track: 0.9, glue: 0.5 }), someNeighbours('track', { car: 0.9 }), someNeighbours('doll', { gift: 0.4 })],
    ...holdings,
  }),
  finder: aFinder(products),
  now,
  idSalt: 'salt',
  ...UNNOTED,
  settings: { consentDefault: true, holdoutShares: NO_HOLDOUT, holdoutSalt: 'holdout' },
});

/** A rule about named products. */
export const about = (...productIds: string[]) => ({ then: aSelector({ productIds }) });

/** What a draft says. */
export const aDraft = (changes: Partial<RuleContents> = {}): RuleContents => ({ ...aRule('draft', { name: 'My rule', ...about('gift'), ...changes }), state: 'DRAFT' });

/** What is doubtful about a draft in a shop. */
export const warningsOf = async (draft: Partial<RuleContents>, shop: ToyShop = {}): Promise<readonly RuleWarning[]> =>
  findWarnings(aDraft(draft), toyShop(shop));

/** The warnings of one kind. */
export const warned = async (code: RuleWarningCode, draft: Partial<RuleContents>, shop: ToyShop = {}): Promise<readonly RuleWarning[]> =>
  (await warningsOf(draft, shop)).filter((warning) => warning.code === code);
