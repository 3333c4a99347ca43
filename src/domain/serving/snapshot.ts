import type { ProductFacts } from '../catalogue/product.js';
import type { CopyVariant } from '../copy/copy-variant.js';
import type { Model, Popularity } from '../learning/model.js';
import type { TraitIndex } from '../learning/trait-affinity.js';
import type { WithheldModel } from '../learning/withheld-model.js';
import type { Autopilot, PlacementPolicy } from '../merchandising/policy.js';
import type { RuleIndex } from '../merchandising/in-force/rule-index.js';
import type { DemandIndex } from './demand-index.js';

/** Whether popularity rests on orders, and not on the range of a shop that has none yet. */
export const hasSales = ({ model }: Pick<Snapshot, 'model'>): boolean => model !== null && model.orders > 0;

/**
 * What every request needs and memory holds: people's decisions, the published model's name, popularity, demand and the category tree.
 * One request works with one snapshot, so that its answer never mixes two states.
 */
export interface Snapshot {
  readonly rules: RuleIndex;
  readonly policies: readonly PlacementPolicy[];
  /** The most that any placement may do by itself, whatever its own policy says. */
  readonly ceiling: Autopilot;
  /** Approved copy variants by product id, in the order of their ids. */
  readonly copy: ReadonlyMap<string, readonly CopyVariant[]>;
  /** Null before the first learning. */
  readonly model: Model | null;
  /** What was learned since and not published; null where what was learned last is published. */
  readonly withheld: WithheldModel | null;
  /** By category id; the empty id is the whole shop. */
  readonly popularity: ReadonlyMap<string, Popularity>;
  /** Of the published model. */
  readonly demand: DemandIndex;
  /** Traits whose products go together, by the published model. */
  readonly traits: TraitIndex;
  /** Path from the root of every category, itself last. */
  readonly categoryPaths: ReadonlyMap<string, readonly string[]>;
  /** Products that the selectors of REQUIRE, PIN and RECOMMEND rules found in the catalogue, best first, by rule id. */
  readonly ruleProducts: ReadonlyMap<string, readonly string[]>;
  /** Facts of the products named above, for when the catalogue cannot be read. */
  readonly knownProducts: ReadonlyMap<string, ProductFacts>;
}
