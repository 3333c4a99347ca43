import fc from 'fast-check';

import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import { traitsOf } from '../../src/domain/catalogue/traits.js';
import type { ProductFinder } from '../../src/domain/catalogue/product-finder.js';
import type { ReplayDependencies } from '../../src/domain/cross-sell/replay-complements.js';
import type { CoPurchaseStats, Model, Popularity } from '../../src/domain/learning/model.js';
import type { TraitAffinity } from '../../src/domain/learning/trait-affinity.js';
import { type ModelHistory, NEVER_PUBLISHED, published, publishedAt, trimmed } from '../../src/domain/learning/model-history.js';
import { approvedRuleAsOf, ceilingAsOf, pairAsOf, policyAsOf } from '../../src/domain/merchandising/kept/as-of.js';
import { pairId, policyKey, type PairRecord, type PolicyRecord, type RuleRecord, type ShopAutopilotRecord } from '../../src/domain/merchandising/kept/decisions.js';
import { AUTOPILOTS, type Autopilot } from '../../src/domain/merchandising/policy.js';
import { idsOfProducts, productsOfRules } from '../../src/domain/merchandising/in-force/products-of-rules.js';
import { selects } from '../../src/domain/merchandising/select.js';
import { writePair } from '../../src/domain/merchandising/changing/write-pair.js';
import { writePolicy } from '../../src/domain/merchandising/changing/write-policy.js';
import { writeRule } from '../../src/domain/merchandising/changing/write-rule.js';
import { writeShopAutopilot } from '../../src/domain/merchandising/changing/write-shop-autopilot.js';
import type { LaneDependencies } from '../../src/domain/cross-sell/complements-for.js';
import { popularityOrRange } from '../../src/domain/serving/popularity-or-range.js';
import { aModel, aSnapshot } from './builders.js';
import { aReader } from './in-memory-reader.js';
import { anyShop, type RandomShop } from './random-decisions.js';

/** What is learned of a shop: a version, with its statistics. */
interface Learned {
  readonly coPurchase: readonly CoPurchaseStats[];
  readonly popularity: ReadonlyMap<string, Popularity>;
  readonly traits: ReadonlyMap<string, TraitAffinity>;
}

/** One change of many things at once. */
export interface Change {
  readonly decided: Pick<RandomShop, 'rules' | 'policies'> & { readonly pairs: RandomShop['holdings']['pairs'] };
  readonly ceiling: Autopilot;
  /** The version that is published with it, and what it says; null where nothing is published. */
  readonly version: string | null;
}

const isSellable = ({ active, inStock }: ProductFacts): boolean => active && inStock;

async function* streamed(products: readonly ProductFacts[]): AsyncIterable<ProductFacts> {
  yield* products;
}

/** A shop in memory that remembers everything, by the rules of the domain, and whose catalogue never changes. */
export class ShopWithHistory {
  readonly #catalogue: readonly ProductFacts[];
  readonly #learned: ReadonlyMap<string, Learned>;
  readonly #rules = new Map<string, RuleRecord>();
  readonly #policies = new Map<string, PolicyRecord>();
  readonly #pairs = new Map<string, PairRecord>();
  #ceiling: ShopAutopilotRecord | null = null;
  #models: ModelHistory = NEVER_PUBLISHED;

  constructor(catalogue: readonly ProductFacts[], learned: ReadonlyMap<string, Learned>) {
    this.#catalogue = catalogue;
    this.#learned = learned;
  }

  /** Makes a change: what it does not name is retired or opened again. */
  change({ decided, ceiling, version }: Change, at: Date): void {
    const writing = { by: 'mia', at, via: 'API' } as const;
    for (const held of this.#rules.values())
      if (!decided.rules.some(({ id }) => id === held.id))
        this.#rules.set(held.id, writeRule(held, { ...held, state: 'RETIRED' }, { ...writing, approvedBy: null, warnings: [] }));
    for (const rule of decided.rules)
      this.#rules.set(rule.id, writeRule(this.#rules.get(rule.id) ?? null, rule, { ...writing, approvedBy: 'mia', warnings: [] }));
    for (const policy of decided.policies)
      this.#policies.set(policyKey(policy), writePolicy(this.#policies.get(policyKey(policy)) ?? null, policy, writing));
    const pairs = new Map(decided.pairs.map((pair) => [pairId(pair), pair]));
    for (const [id, held] of this.#pairs) if (!pairs.has(id)) this.#pairs.set(id, writePair(held, { ...held, decision: 'REOPEN' }, writing));
    for (const [id, pair] of pairs) this.#pairs.set(id, writePair(this.#pairs.get(id) ?? null, pair, writing));
    this.#ceiling = writeShopAutopilot(this.#ceiling, { autopilot: ceiling, note: null }, writing);
    if (version !== null) this.#models = published(this.#models, aModel({ version, publishedAt: at }));
  }

  /** Forgets all but the newest versions of what was learned. */
  sweep(versionsKept: number): void {
    this.#models = trimmed(this.#models, versionsKept);
  }

  /** What a list is served with now, from what stands, without any history. */
  async live(now: Date): Promise<LaneDependencies> {
    const [model = null] = this.#models.publications;
    const rules = [...this.#rules.values()].filter(({ state }) => state === 'APPROVED');
    const popularity = await popularityOrRange(this.#of(model?.version ?? null).popularity, this.#range);
    const pairs = [...this.#pairs.values()].filter(({ decision }) => decision !== 'REOPEN');
    return {
      snapshot: aSnapshot({
        rules,
        policies: [...this.#policies.values()],
        ceiling: this.#ceiling?.autopilot ?? 'ASSIST',
        model,
        popularity,
        traits: this.#of(model?.version ?? null).traits,
        ruleProducts: idsOfProducts(await productsOfRules(rules, popularity, this.#finder)),
      }),
      reader: aReader({ products: this.#catalogue, coPurchase: this.#of(model?.version ?? null).coPurchase, pairs }),
      now,
      idSalt: 'salt',
    };
  }

  /** What a list of the past is decided with, from history. */
  past(): ReplayDependencies {
    return {
      decisions: {
        asOf: async (at) => ({
          rules: [...this.#rules.values()].flatMap((rule) => approvedRuleAsOf(rule, at) ?? []),
          policies: [...this.#policies.values()].flatMap((policy) => policyAsOf(policy, at) ?? []),
          ceiling: ceilingAsOf(this.#ceiling, at),
          pairs: async (anchorIds) => {
            const pairs = [...this.#pairs.values()].flatMap((pair) => pairAsOf(pair, at) ?? []);
            return new Map(anchorIds.map((anchorId) => [anchorId, pairs.filter((pair) => pair.anchorId === anchorId)]));
          },
        }),
      },
      models: {
        modelAt: async (at): Promise<Model | null> => publishedAt(this.#models, at),
        bestSellers: async (version) => this.#of(version).popularity.get('') ?? null,
        traits: async (version, names) => new Map([...this.#of(version).traits].filter(([name]) => names.includes(name))),
      },
      finder: this.#finder,
      range: this.#range,
      readerOf: (version) => aReader({ products: this.#catalogue, coPurchase: this.#of(version).coPurchase }),
      idSalt: 'salt',
    };
  }

  readonly #finder: Pick<ProductFinder, 'matching'> = {
    matching: (selector) => streamed(this.#catalogue.filter((product) => isSellable(product) && selects({ ...selector, maxPriceRatio: null }, product, null, null))),
  };

  readonly #range = async (most: number): Promise<readonly ProductFacts[]> =>
    this.#catalogue.filter(isSellable).toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, most);

  #of(version: string | null): Learned {
    return this.#learned.get(version ?? '') ?? { coPurchase: [], popularity: new Map(), traits: new Map() };
  }
}

/** A shop and what happened in it, one change after another. */
export interface ShopStory {
  readonly catalogue: readonly ProductFacts[];
  readonly learned: ReadonlyMap<string, Learned>;
  readonly changes: readonly Change[];
}

/** Every trait of some products goes together, the more the longer its name. */
const traitsIn = (products: readonly ProductFacts[]): ReadonlyMap<string, TraitAffinity> => {
  const productIds = products.map(({ id }) => id);
  const relativeDemand = productIds.map((_, place) => -place / 10);
  return new Map([...new Set(products.flatMap(traitsOf))].map((trait) => [trait, { trait, weight: trait.length / 10, productIds, relativeDemand }]));
};

/** Any story of up to five changes; the same few versions are published again and again. */
export const anyStory: fc.Arbitrary<ShopStory> = fc
  .array(fc.record({ shop: anyShop, ceiling: fc.constantFrom(...AUTOPILOTS, 'ASSIST' as const), version: fc.option(fc.constantFrom('A', 'B', 'C')) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps) => ({
    catalogue: steps[0]?.shop.holdings.products ?? [],
    learned: new Map(
      ['A', 'B', 'C'].map((version, index) => {
        const shop = steps[index % steps.length]?.shop;
        const holdings = shop?.holdings;
        return [version, { coPurchase: holdings?.coPurchase ?? [], popularity: shop?.popularity ?? new Map(), traits: traitsIn(holdings?.products ?? []) }] as const;
      }),
    ),
    changes: steps.map(({ shop: { rules, policies, holdings }, ceiling, version }) => ({
      decided: { rules, policies, pairs: holdings.pairs },
      ceiling,
      version,
    })),
  }));
