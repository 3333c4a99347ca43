import { setImmediate as nextTurn } from 'node:timers/promises';

import { salesRanks } from '../domain/merchandising/in-force/products-of-rule.js';
import type { Snapshot } from '../domain/serving/snapshot.js';
import type { Collections } from './collections.js';
import type { DecisionJournal } from './decisions/decision-journal.js';
import { readInForce, type DecisionsInForce } from './decisions/decisions-in-force.js';
import { unlessOvertaken } from './decisions/unless-overtaken.js';
import type { CatalogueStore } from './facts/catalogue-store.js';
import { createProductLookups, NOTHING_FOUND, type ProductLookups } from './product-lookups.js';
import type { ServingStore } from './serving-store.js';
import { createSnapshotParts, isSame } from './snapshot-parts.js';
import { createSurroundings, type Surroundings } from './surroundings.js';

/** A snapshot and the decisions that it shows. */
export interface HeldSnapshot {
  readonly snapshot: Snapshot;
  readonly decisions: DecisionsInForce;
}

interface Sources {
  readonly journal: Pick<DecisionJournal, 'catchUp'>;
  readonly serving: ServingStore;
  readonly catalogue: CatalogueStore;
}

/**
 * Reads what memory holds of a shop, and again only what has changed. Decisions come first: what selectors find in the catalogue may take
 * seconds to look up again, and nobody who holds a shop back waits for it.
 */
export const createSnapshotSource = (collections: Collections, { journal, serving, catalogue }: Sources) => {
  const surroundings = createSurroundings(collections, { serving, catalogue });
  const parts = createSnapshotParts();
  let around: { readonly met: Surroundings; readonly lookups: ProductLookups } | null = null;

  const lookAround = async (): Promise<void> => {
    const met = await surroundings.read();
    around = { met, lookups: createProductLookups(catalogue, salesRanks(met.popularity), around?.lookups.found() ?? NOTHING_FOUND) };
  };

  /** Looks up a part of what these decisions propose; false when nothing is left to do. */
  const lookUp = async ({ rules }: DecisionsInForce): Promise<boolean> => {
    if (around === null) return false;
    return around.lookups.lookUp(parts.wanted(rules, parts.proposing(rules), around.met.popularity));
  };

  const hasMoved = async (): Promise<boolean> => around === null || (await surroundings.state()) !== around.met.state;

  const show = (decisions: DecisionsInForce, held: HeldSnapshot | null): HeldSnapshot => {
    if (around === null) throw new Error('Nothing has been read yet');
    const { model, withheld, popularity, demand, traits, categoryPaths } = around.met;
    const found = around.lookups.found();
    const snapshot = {
      rules: parts.index(decisions.rules),
      policies: parts.policies(decisions.policies),
      ceiling: decisions.ceiling,
      copy: parts.copy(decisions.copies),
      model,
      withheld,
      popularity,
      demand,
      traits,
      categoryPaths,
      ruleProducts: parts.ruleProducts(parts.proposing(decisions.rules).keys, found),
      knownProducts: found.facts,
    };
    if (held === null || !isSame(snapshot, held.snapshot)) return { snapshot, decisions };
    return held.decisions === decisions ? held : { snapshot: held.snapshot, decisions };
  };

  /** Those held where commits kept overtaking the reading: the next one comes soon. */
  const decisionsNow = async (held: HeldSnapshot | null): Promise<DecisionsInForce> =>
    (await readInForce(collections, journal, held?.decisions ?? null)) ?? unlessOvertaken(held?.decisions ?? null);

  return {
    /**
     * The snapshot of the shop as it is now, catalogue and model included: the one held, if nothing has changed since. Throws when nothing is
     * held and nothing can be read.
     */
    async read(held: HeldSnapshot | null): Promise<HeldSnapshot> {
      const decisions = await decisionsNow(held);
      if (await hasMoved()) await lookAround();
      while (await lookUp(decisions));
      return show(decisions, held);
    },

    /** The same with the decisions of now and what is known already of catalogue and model: the little that was decided is all it reads. */
    async readDecisions(held: HeldSnapshot): Promise<HeldSnapshot> {
      const decisions = await decisionsNow(held);
      parts.index(decisions.rules);
      // An index of ten thousand rules takes some 20 ms, and shoppers do not have to wait for the rest as well.
      await nextTurn();
      return show(decisions, held);
    },

    /**
     * Looks up a part of what a snapshot does not show yet of catalogue and model. True when the next `readDecisions` shows more than before;
     * false when nothing is left to do. What changes meanwhile is looked up after what is under way, so that it comes to an end.
     */
    async follow({ decisions }: HeldSnapshot): Promise<boolean> {
      if (await lookUp(decisions)) return true;
      if (!(await hasMoved())) return false;
      await lookAround();
      return true;
    },
  };
};
export type SnapshotSource = ReturnType<typeof createSnapshotSource>;
