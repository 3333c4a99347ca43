import type { Popularity } from '../domain/learning/model.js';
import { idsOfProducts, productsOfRules } from '../domain/merchandising/in-force/products-of-rules.js';
import { createRuleIndex } from '../domain/merchandising/in-force/rule-index.js';
import { popularityOrRange } from '../domain/serving/popularity-or-range.js';
import type { Snapshot } from '../domain/serving/snapshot.js';
import type { CatalogueStore } from './facts/catalogue-store.js';
import type { Collections } from './collections.js';
import type { DecisionJournal } from './decisions/decision-journal.js';
import { readInForce, type DecisionsInForce } from './decisions/decisions-in-force.js';
import { readPointer } from './learned/model-pointer.js';
import type { ServingStore } from './serving-store.js';
import { unlessOvertaken } from './decisions/unless-overtaken.js';

/** How many popular products memory holds the facts of. */
const MOST_KNOWN = 100;

/** A snapshot and the state of the store that it shows. */
export interface HeldSnapshot {
  readonly snapshot: Snapshot;
  /** Equal states show the same: nothing needs to be read again. */
  readonly state: string;
}

interface Sources {
  readonly journal: DecisionJournal;
  readonly serving: ServingStore;
  readonly catalogue: CatalogueStore;
}

/** Reads what memory holds of a shop, again only when its state has changed. */
export const createSnapshotSource = (collections: Collections, { journal, serving, catalogue }: Sources) => {
  const { models, revisions } = collections;

  const popularityOf = async (version: string | null): Promise<ReadonlyMap<string, Popularity>> =>
    popularityOrRange(version === null ? new Map<string, Popularity>() : await serving.popularity(version), catalogue.range);

  const build = async ({ rules, policies, ceiling, copy }: DecisionsInForce): Promise<Snapshot> => {
    const pointer = await readPointer(models);
    const [popularity, categoryPaths] = await Promise.all([popularityOf(pointer?.version ?? null), catalogue.categoryPaths()]);
    const ofRules = await productsOfRules(rules, popularity, catalogue);
    const named = rules.flatMap(({ then }) => then?.productIds ?? []);
    const popular = popularity.get('')?.ids.slice(0, MOST_KNOWN) ?? [];
    const known = await catalogue.productsByIds([...new Set([...popular, ...named])]);
    return {
      rules: createRuleIndex(rules),
      policies,
      ceiling,
      copy,
      model: pointer,
      popularity,
      categoryPaths,
      ruleProducts: idsOfProducts(ofRules),
      knownProducts: new Map([...known, ...[...ofRules.values()].flat().map((product) => [product.id, product] as const)]),
    };
  };

  const readState = async (): Promise<string> => {
    const [pointer, counters] = await Promise.all([readPointer(models), revisions.find({}).sort({ _id: 1 }).toArray()]);
    return JSON.stringify([pointer?.version ?? null, counters.map(({ _id, revision }) => [_id, revision])]);
  };

  return {
    /**
     * The snapshot of the shop as it is now: the one held, if nothing has changed since, or if changes kept coming while it was read.
     * Throws when nothing is held and nothing can be read.
     */
    async read(held: HeldSnapshot | null): Promise<HeldSnapshot> {
      // The state is read before what it describes: a change in between shows in the next reading's state.
      const state = await readState();
      if (held !== null && held.state === state) return held;
      const decisions = await journal.together(async () => readInForce(collections));
      if (decisions === null && held !== null) return held;
      return { snapshot: await build(unlessOvertaken(decisions)), state };
    },
  };
};
export type SnapshotSource = ReturnType<typeof createSnapshotSource>;
