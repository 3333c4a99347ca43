import { toDecimal } from '../../domain/catalogue/money.js';
import type { ProductFacts } from '../../domain/catalogue/product.js';
import type { Interaction } from '../../domain/facts/interaction.js';
import type { Order } from '../../domain/facts/order.js';
import type { ImportKind } from '../../import/fields/fields.js';
import type { SampleShop } from './sample-shop.js';

/** A part of the sample shop in the form that `tandem import` reads. */
export interface SampleFile {
  readonly kind: ImportKind;
  readonly name: string;
  /** JSON Lines, with the names of the public contract. */
  readonly text: string;
}

const productRow = ({ id, priceMinor, currencyCode, ...facts }: ProductFacts) => ({
  productId: id,
  ...facts,
  price: priceMinor === null || currencyCode === null ? null : toDecimal(priceMinor, currencyCode),
  currencyCode,
});

const orderRow = ({ id, lines, ...order }: Order) => ({
  orderId: id,
  ...order,
  lines: lines.map(({ unitPriceMinor, ...line }) => ({ ...line, unitPrice: toDecimal(unitPriceMinor, order.currencyCode) })),
});

const interactionRow = ({ id, ...interaction }: Interaction) => ({ eventId: id, ...interaction });

const file = (kind: ImportKind, rows: readonly object[]): SampleFile => ({
  kind,
  name: `${kind}.jsonl`,
  text: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
});

/** The sample shop as files: what a shop's own export may look like. */
export const sampleFiles = (shop: SampleShop): readonly SampleFile[] => [
  file('catalogue', shop.products.map(productRow)),
  file('consents', shop.consents),
  file('orders', shop.orders.map(orderRow)),
  file('interactions', shop.interactions.map(interactionRow)),
];
