import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import type { CoPurchaseStats, SimilarityStats } from '../../src/domain/learning/model.js';
import type { DecidedPair } from '../../src/domain/merchandising/decided-pair.js';
import type { BehaviourProfile } from '../../src/domain/personalisation/profile.js';
import type { ServingReader, Unreadable } from '../../src/domain/serving/reader.js';

/** All that a shop's store holds for serving. */
export interface ShopHoldings {
  readonly products: readonly ProductFacts[];
  readonly coPurchase: readonly CoPurchaseStats[];
  readonly similarity: readonly SimilarityStats[];
  readonly pairs: readonly DecidedPair[];
  readonly profiles: readonly BehaviourProfile[];
  /** Decisions by customer id. */
  readonly consents: Readonly<Record<string, boolean>>;
  /** What is down: it answers nothing. */
  readonly down: readonly Unreadable[];
}

/** A reader that remembers what it was asked for. */
export interface InMemoryReader extends ServingReader {
  readonly asked: ReadonlySet<Unreadable>;
}

const NOTHING: ShopHoldings = { products: [], coPurchase: [], similarity: [], pairs: [], profiles: [], consents: {}, down: [] };

const found = <T>(things: readonly T[], idOf: (thing: T) => string, ids: readonly string[]): ReadonlyMap<string, T> =>
  new Map(things.filter((thing) => ids.includes(idOf(thing))).map((thing) => [idOf(thing), thing]));

const grouped = (pairs: readonly DecidedPair[], anchorIds: readonly string[]): ReadonlyMap<string, readonly DecidedPair[]> =>
  new Map(anchorIds.map((anchorId) => [anchorId, pairs.filter((pair) => pair.anchorId === anchorId)]));

/** A reader of a shop that holds what is given; it answers in the order in which things are held, and takes a turn to answer. */
export const aReader = (holdings: Partial<ShopHoldings> = {}): InMemoryReader => {
  const shop = { ...NOTHING, ...holdings };
  const asked = new Set<Unreadable>();
  const unreadable = new Set<Unreadable>();
  const read = async <T>(name: Unreadable, ids: readonly string[], answer: () => ReadonlyMap<string, T>): Promise<ReadonlyMap<string, T>> => {
    await Promise.resolve();
    if (ids.length === 0) return new Map();
    asked.add(name);
    if (!shop.down.includes(name)) return answer();
    unreadable.add(name);
    return new Map();
  };
  return {
    asked,
    unreadable,
    products: (ids) => read('catalogue', ids, () => found(shop.products, ({ id }) => id, ids)),
    coPurchase: (ids) => read('copurchase_stats', ids, () => found(shop.coPurchase, ({ productId }) => productId, ids)),
    similarity: (ids) => read('similarity_stats', ids, () => found(shop.similarity, ({ productId }) => productId, ids)),
    decidedPairs: (ids) => read('decided_pairs', ids, () => grouped(shop.pairs, ids)),
    profiles: (ids) => read('behaviour_profiles', ids, () => found(shop.profiles, ({ customerId }) => customerId, ids)),
    consents: (ids) =>
      read('consents', ids, () => new Map(Object.entries(shop.consents).filter(([customerId]) => ids.includes(customerId)))),
  };
};
