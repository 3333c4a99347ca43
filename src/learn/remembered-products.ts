import type { ProductFacts } from '../domain/catalogue/product.js';
import type { FactReader, Grouped } from '../domain/facts/reading.js';

/** Most products that are remembered: some 20 MB, as products of a group share its path. All others are read whenever they are asked for. */
export const MOST_PRODUCTS_REMEMBERED = 100_000;

/** What was read of the catalogue since a revision of it was seen; null stands for products that it does not hold. */
class Memory {
  readonly revision: number;
  readonly #most: number;
  readonly #products = new Map<string, Grouped | null>();
  readonly #paths = new Map<string, readonly string[]>();

  constructor(revision: number, most: number) {
    this.revision = revision;
    this.#most = most;
  }

  get(id: string): Grouped | null | undefined {
    return this.#products.get(id);
  }

  keep(id: string, product: Grouped | null): void {
    if (this.#products.size < this.#most) this.#products.set(id, product === null ? null : { categoryPath: this.#shared(product.categoryPath), brand: product.brand });
  }

  #shared(path: readonly string[]): readonly string[] {
    const key = JSON.stringify(path);
    const known = this.#paths.get(key) ?? path;
    this.#paths.set(key, known);
    return known;
  }
}

/** Products as a learning run reads them: all of them once, and then again and again those that its customers know. */
export interface RememberedProducts {
  products(): AsyncIterable<ProductFacts>;
  productsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Grouped>>;
}

/**
 * Remembers the groups of the products that were read, for as long as the catalogue stays as it is. Its revision rises after each change, and is
 * seen before products are read: what is remembered under a revision holds every change up to it, and whoever asks asks for the revision first.
 */
export const rememberProducts = (
  facts: Pick<FactReader, 'products' | 'productsByIds' | 'catalogueRevision'>,
  most = MOST_PRODUCTS_REMEMBERED,
): RememberedProducts => {
  let memory: Memory | null = null;
  const memoryNow = async (): Promise<Memory> => {
    const revision = await facts.catalogueRevision();
    if (memory?.revision !== revision) memory = new Memory(revision, most);
    return memory;
  };
  return {
    async *products() {
      const remembered = await memoryNow();
      for await (const product of facts.products()) {
        remembered.keep(product.id, product);
        yield product;
      }
    },

    async productsByIds(ids) {
      const remembered = await memoryNow();
      const unknown = ids.filter((id) => remembered.get(id) === undefined);
      const read = await facts.productsByIds(unknown);
      for (const id of unknown) remembered.keep(id, read.get(id) ?? null);
      return new Map(
        ids.flatMap((id): readonly (readonly [string, Grouped])[] => {
          const product = remembered.get(id) ?? read.get(id) ?? null;
          return product === null ? [] : [[id, product]];
        }),
      );
    },
  };
};
