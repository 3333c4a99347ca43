import type { ProductFacts } from '../domain/catalogue/product.js';
import type { Popularity } from '../domain/learning/model.js';
import { createRuleIndex } from '../domain/merchandising/rule-index.js';
import type { MerchandisingRule } from '../domain/merchandising/rule.js';
import { candidateSelectors } from '../domain/merchandising/rules-needing-products.js';
import type { Snapshot } from '../domain/serving/snapshot.js';
import type { CatalogueStore } from './catalogue-store.js';
import type { Collections } from './collections.js';
import { readPointer } from './model-store.js';
import type { createRuleStore } from './rule-store.js';
import type { ServingStore } from './serving-store.js';

/** How many products a rule's selector may propose, and how many popular ones memory holds the facts of. */
const MOST_PER_RULE = 100;
const MOST_KNOWN = 100;

/** A snapshot and the state of the store that it shows. */
export interface HeldSnapshot {
  readonly snapshot: Snapshot;
  /** Equal states show the same: nothing needs to be read again. */
  readonly state: string;
}

interface Sources {
  readonly rules: ReturnType<typeof createRuleStore>;
  readonly serving: ServingStore;
  readonly catalogue: CatalogueStore;
}

/** A shop that has not learned yet shows its range in the order of its ids, and nothing claims that it sells. */
const rangeAsPopularity = (range: readonly ProductFacts[]): ReadonlyMap<string, Popularity> =>
  new Map([['', { categoryId: '', ids: range.map(({ id }) => id), scores: range.map((_, index) => 1 / (index + 1)) }]]);

const bestFirst =
  (ranks: ReadonlyMap<string, number>) =>
  (a: ProductFacts, b: ProductFacts): number =>
    (ranks.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (ranks.get(b.id) ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1);

/** The best sellers of a stream, then the first by id, holding no more than a few at a time. */
const bestOf = async (
  products: AsyncIterable<ProductFacts>,
  ranks: ReadonlyMap<string, number>,
): Promise<readonly ProductFacts[]> => {
  let best: ProductFacts[] = [];
  for await (const product of products) {
    best.push(product);
    if (best.length >= 2 * MOST_PER_RULE) best = best.sort(bestFirst(ranks)).slice(0, MOST_PER_RULE);
  }
  return best.sort(bestFirst(ranks)).slice(0, MOST_PER_RULE);
};

/** Reads what memory holds of a shop, again only when its state has changed. */
export const createSnapshotSource = (
  { models, revisions }: Pick<Collections, 'models' | 'revisions'>,
  { rules, serving, catalogue }: Sources,
) => {
  const popularityOf = async (version: string | null): Promise<ReadonlyMap<string, Popularity>> => {
    const learned = version === null ? new Map<string, Popularity>() : await serving.popularity(version);
    if ((learned.get('')?.ids.length ?? 0) > 0) return learned;
    return new Map([...learned, ...rangeAsPopularity(await catalogue.range(MOST_KNOWN))]);
  };

  /** Equal selectors are looked up once; what sells best comes first. */
  const productsOfRules = async (
    all: readonly MerchandisingRule[],
    popularity: ReadonlyMap<string, Popularity>,
  ): Promise<ReadonlyMap<string, readonly ProductFacts[]>> => {
    const ranks = new Map((popularity.get('')?.ids ?? []).map((id, rank) => [id, rank]));
    const bySelector = new Map<string, readonly ProductFacts[]>();
    const found = new Map<string, readonly ProductFacts[]>();
    for (const { ruleId, selector } of candidateSelectors(all)) {
      const key = JSON.stringify(selector);
      const products = bySelector.get(key) ?? (await bestOf(catalogue.matching(selector), ranks));
      bySelector.set(key, products);
      found.set(ruleId, products);
    }
    return found;
  };

  const build = async (): Promise<Snapshot> => {
    const pointer = await readPointer(models);
    const [allRules, policies, popularity, categoryPaths] = await Promise.all([
      rules.allRules(),
      rules.allPolicies(),
      popularityOf(pointer?.version ?? null),
      catalogue.categoryPaths(),
    ]);
    const approved = allRules.filter(({ state }) => state === 'APPROVED');
    const ofRules = await productsOfRules(approved, popularity);
    const named = approved.flatMap(({ then }) => then?.productIds ?? []);
    const popular = popularity.get('')?.ids.slice(0, MOST_KNOWN) ?? [];
    const known = await catalogue.productsByIds([...new Set([...popular, ...named])]);
    return {
      rules: createRuleIndex(approved),
      policies,
      model: pointer,
      popularity,
      categoryPaths,
      ruleProducts: new Map([...ofRules].map(([ruleId, products]) => [ruleId, products.map(({ id }) => id)])),
      knownProducts: new Map([...known, ...[...ofRules.values()].flat().map((product) => [product.id, product] as const)]),
    };
  };

  const readState = async (): Promise<string> => {
    const [pointer, counters] = await Promise.all([readPointer(models), revisions.find({}).sort({ _id: 1 }).toArray()]);
    return JSON.stringify([pointer?.version ?? null, counters.map(({ _id, revision }) => [_id, revision])]);
  };

  return {
    /** The snapshot of the shop as it is now: the one held, if nothing has changed since. */
    async read(held: HeldSnapshot | null): Promise<HeldSnapshot> {
      // The state is read before what it describes: a change in between shows in the next reading's state.
      const state = await readState();
      return held !== null && held.state === state ? held : { snapshot: await build(), state };
    },
  };
};
export type SnapshotSource = ReturnType<typeof createSnapshotSource>;
