import type { Model, Popularity } from '../domain/learning/model.js';
import type { TraitIndex } from '../domain/learning/trait-affinity.js';
import type { WithheldModel } from '../domain/learning/withheld-model.js';
import { type DemandIndex, NO_DEMAND } from '../domain/serving/demand-index.js';
import { popularityOrRange } from '../domain/serving/popularity-or-range.js';
import type { Collections } from './collections.js';
import type { CatalogueStore } from './facts/catalogue-store.js';
import { type Pointed, readPointer } from './learned/model-pointer.js';
import type { ServingStore } from './serving-store.js';

/** What decisions meet in a snapshot: what has been learned, and what the catalogue is like. */
export interface Surroundings {
  /** Which model, what is withheld beside it, and which catalogue this is: it is another one when any of these has changed. */
  readonly state: string;
  readonly model: Model | null;
  /** What was learned since and held back. */
  readonly withheld: WithheldModel | null;
  readonly popularity: ReadonlyMap<string, Popularity>;
  readonly demand: DemandIndex;
  readonly traits: TraitIndex;
  readonly categoryPaths: ReadonlyMap<string, readonly string[]>;
}

type Learned = Pick<Surroundings, 'demand' | 'traits'>;

const NOTHING_LEARNED: Learned = { demand: NO_DEMAND, traits: new Map() };

interface Sources {
  readonly serving: Pick<ServingStore, 'popularity' | 'demand' | 'traits'>;
  readonly catalogue: Pick<CatalogueStore, 'range' | 'categoryPaths'>;
}

/** Reads the surroundings of a shop's decisions. */
export const createSurroundings = ({ models, revisions }: Pick<Collections, 'models' | 'revisions'>, { serving, catalogue }: Sources) => {
  const popularityOf = async (version: string | null): Promise<ReadonlyMap<string, Popularity>> =>
    popularityOrRange(version === null ? new Map<string, Popularity>() : await serving.popularity(version), catalogue.range);

  let held: Learned & { readonly version: string | null } = { version: null, ...NOTHING_LEARNED };
  const learnedOf = async (version: string): Promise<Learned> => {
    const [demand, traits] = await Promise.all([serving.demand(version), serving.traits(version)]);
    return { demand, traits };
  };
  /** The catalogue changes all day, and what was learned of hundreds of thousands of products with the model only. */
  const learnedBy = async (version: string | null): Promise<Learned> => {
    if (version !== held.version) held = { version, ...(version === null ? NOTHING_LEARNED : await learnedOf(version)) };
    return held;
  };

  const readState = async (): Promise<Pointed & { readonly state: string }> => {
    const [{ model, withheld }, counter] = await Promise.all([readPointer(models), revisions.findOne({ _id: 'catalogue' })]);
    return { state: JSON.stringify([model?.version ?? null, counter?.revision ?? null, withheld]), model, withheld };
  };

  return {
    state: async (): Promise<string> => (await readState()).state,

    /** The state is read before what it describes: a change in between shows in the next reading's state. */
    async read(): Promise<Surroundings> {
      const { state, model, withheld } = await readState();
      const version = model?.version ?? null;
      const [popularity, { demand, traits }, categoryPaths] = await Promise.all([popularityOf(version), learnedBy(version), catalogue.categoryPaths()]);
      return { state, model, withheld, popularity, demand, traits, categoryPaths };
    },
  };
};
