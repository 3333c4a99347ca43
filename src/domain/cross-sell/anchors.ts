import { groupOf, type ProductFacts } from '../catalogue/product.js';
import type { CoPurchaseStats } from '../learning/model.js';
import type { DecidedPair } from '../merchandising/decided-pair.js';
import type { ServingReader } from '../serving/reader.js';

/** The anchors of a list, with all that is known of them. */
export interface Anchors {
  readonly ids: readonly string[];
  readonly known: readonly ProductFacts[];
  /** The groups they are of; empty where none has one. */
  readonly groups: ReadonlySet<string>;
  readonly unknownIds: readonly string[];
  readonly stats: ReadonlyMap<string, CoPurchaseStats>;
  readonly pairs: ReadonlyMap<string, readonly DecidedPair[]>;
}

/** What can be said of an anchor while the catalogue cannot be read: rules that name it by id still hold. */
const bareProduct = (id: string): ProductFacts => ({
  id,
  title: id,
  categoryPath: [],
  brand: null,
  tags: [],
  priceMinor: null,
  currencyCode: null,
  variantOf: null,
  inStock: true,
  active: true,
});

/** Reads all that is known of the anchors, each collection once. */
export const loadAnchors = async (ids: readonly string[], reader: ServingReader): Promise<Anchors> => {
  const [products, stats, pairs] = await Promise.all([reader.products(ids), reader.coPurchase(ids), reader.decidedPairs(ids)]);
  const catalogueIsReadable = !reader.unreadable.has('catalogue');
  const unknownIds = catalogueIsReadable ? ids.filter((id) => !products.has(id)) : [];
  const known = ids.flatMap((id) => products.get(id) ?? (catalogueIsReadable ? [] : [bareProduct(id)]));
  const knownIds = known.map(({ id }) => id);
  const groups = new Set(known.flatMap((anchor) => groupOf(anchor) ?? []));
  // Sums of scores depend on the order of adding, and a basket has no order.
  return { ids: knownIds, known, groups, unknownIds, stats: inOrder(stats, knownIds.toSorted()), pairs };
};

const inOrder = <T>(found: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> =>
  new Map(
    ids.flatMap((id) => {
      const value = found.get(id);
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
