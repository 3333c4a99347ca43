import type { ProductFinder } from '../catalogue/product-finder.js';
import type { ProductFacts } from '../catalogue/product.js';
import { traitsOf } from '../catalogue/traits.js';
import type { Model, Popularity } from '../learning/model.js';
import type { ModelsOfThePast } from '../learning/model-history.js';
import type { TraitIndex } from '../learning/trait-affinity.js';
import type { DecisionsOfThePast, PastDecisions } from '../merchandising/kept/decision-lists.js';
import { NotRetained } from '../merchandising/kept/not-retained.js';
import { idsOfProducts, productsOfRules } from '../merchandising/in-force/products-of-rules.js';
import { createRuleIndex } from '../merchandising/in-force/rule-index.js';
import type { CrossSellPlacement, MerchandisingRule } from '../merchandising/rule.js';
import { START } from '../ranking/cursor.js';
import { NO_DEMAND } from '../serving/demand-index.js';
import { popularityOrRange, type ReadRange } from '../serving/popularity-or-range.js';
import type { ServingReader } from '../serving/reader.js';
import type { Snapshot } from '../serving/snapshot.js';
import { LaneUnavailable } from '../serving/unavailable.js';
import { complementsFor, type ComplementList, type ComplementsRequest } from './complements-for.js';

/** Which list of the past is asked for. */
export interface ReplayRequest {
  readonly productId: string;
  /** What else was in the basket. */
  readonly alongside: readonly string[];
  readonly placement: CrossSellPlacement;
  /** Not in the future: the caller sees to that. */
  readonly at: Date;
  readonly first: number;
}

/** What a list of the past is decided with. */
export interface ReplayDependencies {
  readonly decisions: DecisionsOfThePast;
  readonly models: ModelsOfThePast;
  /** The catalogue as it is now. */
  readonly finder: Pick<ProductFinder, 'matching'>;
  readonly range: ReadRange;
  /** A reader whose statistics are those of a version, none for null. What it says of decided pairs is not asked. */
  readerOf(version: string | null): ServingReader;
  readonly idSalt: string;
}

const popularityThen = async (model: Model | null, { models, range }: ReplayDependencies): Promise<ReadonlyMap<string, Popularity>> => {
  const sold = model === null ? null : await models.bestSellers(model.version);
  return popularityOrRange(new Map(sold === null ? [] : [['', sold]]), range);
};

const traitsThen = async (model: Model | null, anchors: readonly ProductFacts[], { models }: ReplayDependencies): Promise<TraitIndex> =>
  model === null ? new Map() : models.traits(model.version, [...new Set(anchors.flatMap(traitsOf))]);

interface Then {
  readonly decisions: PastDecisions;
  readonly model: Model | null;
  readonly reader: ServingReader;
}

/** Only what the list looks at is read: the rules that its anchors meet, and what sold in the whole shop. */
const snapshotThen = async (request: ComplementsRequest, at: Date, then: Then, dependencies: ReplayDependencies): Promise<Snapshot> => {
  const { rules, policies, ceiling } = then.decisions;
  const index = createRuleIndex(rules);
  const anchors = await then.reader.products(request.anchorIds);
  const subjects: readonly ProductFacts[] = request.anchorIds.flatMap((id) => anchors.get(id) ?? []);
  const met: readonly MerchandisingRule[] = index
    .withoutShopWide({ lane: 'CROSS_SELL', placement: request.placement, subjects, now: at })
    .map(({ rule }) => rule);
  const popularity = await popularityThen(then.model, dependencies);
  return {
    rules: index,
    policies,
    ceiling,
    copy: new Map(),
    model: then.model,
    // Only the learning status looks at it.
    withheld: null,
    popularity,
    // Only picks look at it.
    demand: NO_DEMAND,
    traits: await traitsThen(then.model, subjects, dependencies),
    categoryPaths: new Map(),
    ruleProducts: idsOfProducts(await productsOfRules(met, popularity, dependencies.finder)),
    knownProducts: new Map(),
  };
};

const anchorsOf = ({ productId, alongside }: ReplayRequest): readonly string[] => [...new Set([productId, ...alongside])];

/** What was read may have been swept meanwhile, and then the list is not what it was. */
const checkStillKept = async (model: Model | null, at: Date, models: ModelsOfThePast): Promise<void> => {
  const still = await models.modelAt(at);
  if (still?.version !== model?.version) throw new NotRetained('What had been learned');
};

/**
 * The list that a placement answered at an instant to whoever was not held out: rules, policies, the shop's autopilot, decided pairs and
 * statistics as they stood then; the catalogue as it is now. It is exact or nothing: throws NotRetained when something of then is no longer
 * kept, LaneUnavailable when something could not be read in time.
 */
export const replayComplements = async (request: ReplayRequest, dependencies: ReplayDependencies): Promise<ComplementList> => {
  const { placement, at, first } = request;
  const [decisions, model] = await Promise.all([dependencies.decisions.asOf(at), dependencies.models.modelAt(at)]);
  const present = dependencies.readerOf(model?.version ?? null);
  const reader: ServingReader = { ...present, decidedPairs: async (ids) => decisions.pairs(ids) };
  const asked: ComplementsRequest = { placement, anchorIds: anchorsOf(request), excludeIds: [], filter: null, arm: 'TREATMENT', first, position: START };
  const snapshot = await snapshotThen(asked, at, { decisions, model, reader }, dependencies);
  const list = await complementsFor(asked, { snapshot, reader, now: at, idSalt: dependencies.idSalt });
  if (present.unreadable.size > 0) throw new LaneUnavailable(present.unreadable);
  await checkStillKept(model, at, dependencies.models);
  return list;
};
