import type { ProductFacts } from '../../domain/catalogue/product.js';
import type { RecordingOutcome } from '../../domain/facts/recording.js';
import { selects } from '../../domain/merchandising/select.js';
import type { ProductSelector } from '../../domain/merchandising/rule.js';
import type { CatalogueDocument, Collections } from '../collections.js';
import { ahead } from '../ahead.js';
import { ACCEPTED, DUPLICATE, insertNew, saysTheSame } from './record-new.js';
import { raiseRevision, readRevision } from '../revisions.js';

const toDocument = (product: ProductFacts): CatalogueDocument => ({
  _id: product.id,
  title: product.title,
  categoryPath: product.categoryPath,
  brand: product.brand,
  tags: product.tags,
  priceMinor: product.priceMinor,
  currencyCode: product.currencyCode,
  variantOf: product.variantOf,
  inStock: product.inStock,
  active: product.active,
});

/** A stored product as the domain knows it. */
export const toProduct = ({ _id, ...rest }: CatalogueDocument): ProductFacts => ({ id: _id, ...rest });

const anyOf = (field: string, values: readonly string[]): Record<string, unknown> =>
  values.length === 0 ? {} : { [field]: { $in: [...values] } };

const SELLABLE = { active: true, inStock: true };

/** How many matches of a selector are decoded at a time: a server looks them up while it answers requests. */
const MATCHES_AT_A_TIME = 500;

type Used = Pick<Collections, 'catalogue' | 'categories' | 'revisions'>;

/** Where the catalogue's facts are kept. */
export const createCatalogueStore = ({ catalogue, categories, revisions }: Used) => {
  const recordCategories = async (products: readonly ProductFacts[]): Promise<void> => {
    const paths = new Map<string, readonly string[]>();
    for (const { categoryPath } of products)
      categoryPath.forEach((id, depth) => paths.set(id, categoryPath.slice(0, depth + 1)));
    if (paths.size === 0) return;
    await categories.bulkWrite(
      [...paths].map(([_id, path]) => ({ replaceOne: { filter: { _id }, replacement: { path }, upsert: true } })),
      { ordered: false },
    );
  };

  const noteChange = async (products: readonly ProductFacts[]): Promise<void> => {
    if (products.length === 0) return;
    await recordCategories(products);
    await raiseRevision(revisions, 'catalogue');
  };

  const productsByIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>> => {
    if (ids.length === 0) return new Map();
    const found = await catalogue.find({ _id: { $in: [...ids] } }, { batchSize: 5_000 }).toArray();
    return new Map(found.map((document) => [document._id, toProduct(document)]));
  };

  return {
    productsByIds,

    catalogueRevision: (): Promise<number> => readRevision(revisions, 'catalogue'),

    /** The last one written wins, within a batch too. */
    async recordProducts(products: readonly ProductFacts[]): Promise<readonly RecordingOutcome[]> {
      const held = new Map(await productsByIds(products.map(({ id }) => id)));
      const outcomes = products.map((product): RecordingOutcome => {
        const known = held.get(product.id);
        if (known !== undefined && saysTheSame(toDocument(known), toDocument(product))) return DUPLICATE;
        held.set(product.id, product);
        return ACCEPTED;
      });
      const changed = products.filter((_, index) => outcomes[index]?.kind === 'accepted');
      if (changed.length > 0)
        await catalogue.bulkWrite(
          changed.map(toDocument).map((document) => ({ replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true } })),
        );
      // Of those held already, too: an earlier call may have been stopped after it wrote them and before this.
      await noteChange(products);
      return outcomes;
    },

    async recordUnknownProducts(products: readonly ProductFacts[]): Promise<readonly RecordingOutcome[]> {
      const known = await insertNew(catalogue, products.map(toDocument));
      // What was refused as known already says nothing of the categories.
      await noteChange(products.filter((_, index) => !known.has(index)));
      return products.map((_, index) => (known.has(index) ? DUPLICATE : ACCEPTED));
    },

    async *products(): AsyncIterable<ProductFacts> {
      for await (const batch of ahead(catalogue.find({}, { batchSize: 5_000 }))) for (const document of batch) yield toProduct(document);
    },

    /** Sellable products that a rule's selector covers; what it asks relative to an anchor is left to the list. */
    async *matching(selector: ProductSelector): AsyncIterable<ProductFacts> {
      const filter = {
        ...anyOf('categoryPath', selector.categoryIds),
        ...anyOf('brand', selector.brands),
        ...anyOf('tags', selector.tags),
        ...SELLABLE,
      };
      for await (const document of catalogue.find(filter, { batchSize: MATCHES_AT_A_TIME })) {
        const product = toProduct(document);
        if (selects({ ...selector, maxPriceRatio: null }, product, null, null)) yield product;
      }
    },

    /** The first sellable products by id: what a shop can show before it has sold anything. */
    async range(limit: number): Promise<readonly ProductFacts[]> {
      return (await catalogue.find(SELLABLE).sort({ _id: 1 }).limit(limit).toArray()).map(toProduct);
    },

    async categoryPaths(): Promise<ReadonlyMap<string, readonly string[]>> {
      const all = await categories.find({}, { batchSize: 10_000 }).toArray();
      return new Map(all.map(({ _id, path }) => [_id, path]));
    },
  };
};
export type CatalogueStore = ReturnType<typeof createCatalogueStore>;
