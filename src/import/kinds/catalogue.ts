import type { ProductFacts } from '../../domain/catalogue/product.js';
import { replaceable } from '../../domain/facts/batch-plan.js';
import { validateProduct } from '../../domain/facts/product-input.js';
import type { FactWriter } from '../../domain/facts/recording.js';
import type { CellReader } from '../fields/cells.js';
import type { FactKind } from './fact-sink.js';

/** Products of the catalogue, one per row; the last row of a product wins. */
export const catalogueKind = (read: CellReader, writer: FactWriter | null, currency: string | null): FactKind<ProductFacts> => ({
  check: (cells) => {
    const checked = validateProduct({
      productId: read.productId(cells.product_id),
      title: cells.title,
      categoryPath: read.list(cells.categories, '>'),
      brand: read.id(cells.brand),
      price: read.decimal(cells.price),
      currencyCode: read.upper(cells.currency) ?? currency,
      tags: read.list(cells.tags, '|'),
      variantOf: read.productId(cells.variant_of),
      inStock: read.flag(cells.in_stock),
      active: read.flag(cells.active),
    });
    return checked.ok ? { ok: true, fact: checked.product } : checked;
  },
  shape: replaceable((product) => product.id),
  write: writer === null ? null : (products) => writer.recordProducts(products),
  customerOf: () => null,
});
