import type { FactReader } from '../../domain/facts/reading.js';
import { CatalogueCollector, type CatalogueColumns } from '../../domain/learning/catalogue-columns.js';
import type { DatabaseGroups } from '../../domain/learning/database-counting.js';
import type { RecentAndUsual } from '../../domain/learning/product-demand.js';
import { ProductNumbering } from '../../domain/learning/product-numbers.js';

/** Products by number, and what the database and the catalogue say of each. */
export interface NumberedProducts {
  /** Ascending. */
  readonly productIds: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: RecentAndUsual;
  readonly catalogue: CatalogueColumns;
}

/** Numbers the products that were bought or looked at, as learning from columns does. */
export const numberProducts = async (groups: DatabaseGroups, facts: Pick<FactReader, 'products'>): Promise<NumberedProducts> => {
  const numbering = new ProductNumbering();
  const arrivals: { readonly usual: number; readonly recent: number }[] = [];
  for await (const { productId, usual, recent } of groups.productWeights()) arrivals[numbering.numberOf(productId)] = { usual, recent };
  const { ids: productIds, ranks } = numbering.finish();
  const weights = { usual: new Float64Array(productIds.length), recent: new Float64Array(productIds.length) };
  arrivals.forEach(({ usual, recent }, arrival) => {
    const number = ranks[arrival] ?? 0;
    weights.usual[number] = usual;
    weights.recent[number] = recent;
  });
  const catalogue = new CatalogueCollector(productIds);
  for await (const product of facts.products()) catalogue.add(product);
  return { productIds, numbers: new Map(productIds.map((id, number) => [id, number])), weights, catalogue: catalogue.finish() };
};
