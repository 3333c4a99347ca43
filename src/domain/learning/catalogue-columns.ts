import { familyOf, type ProductFacts } from '../catalogue/product.js';

/** What learning needs to know of the catalogue, by product number. */
export interface CatalogueColumns {
  /** A number for each product's family; products outside the catalogue stand alone. */
  readonly families: Uint32Array;
  /** Product numbers by category id, descendants' products included; ascending. */
  readonly categories: ReadonlyMap<string, readonly number[]>;
}

/** Takes the catalogue's products as they come and keeps what concerns the products that were counted. */
export class CatalogueCollector {
  readonly #ids: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #families: string[];
  readonly #paths = new Map<number, readonly string[]>();

  /** Ids of the products that were counted, by number. */
  constructor(ids: readonly string[]) {
    this.#ids = ids;
    this.#numbers = new Map(ids.map((id, number) => [id, number]));
    this.#families = [...ids];
  }

  add(product: ProductFacts): void {
    const number = this.#numbers.get(product.id);
    if (number === undefined) return;
    this.#families[number] = familyOf(product);
    this.#paths.set(number, product.categoryPath);
  }

  finish(): CatalogueColumns {
    return { families: this.#numberFamilies(), categories: this.#gatherCategories() };
  }

  #numberFamilies(): Uint32Array {
    const numbers = new Map<string, number>();
    return Uint32Array.from(this.#families, (family) => {
      const number = numbers.get(family) ?? numbers.size;
      numbers.set(family, number);
      return number;
    });
  }

  #gatherCategories(): ReadonlyMap<string, readonly number[]> {
    const categories = new Map<string, number[]>();
    this.#ids.forEach((_, number) => {
      for (const category of new Set(this.#paths.get(number))) {
        const members = categories.get(category);
        if (members === undefined) categories.set(category, [number]);
        else members.push(number);
      }
    });
    return categories;
  }
}
