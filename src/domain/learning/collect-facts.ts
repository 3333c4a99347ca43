import type { ProductFacts } from '../catalogue/product.js';
import type { BasketFact, InteractionFact } from '../facts/reading.js';
import { CatalogueCollector, type CatalogueColumns } from './catalogue-columns.js';
import type { Occasions } from './occasions.js';
import { OrderColumns } from './order-columns.js';
import { type ProductNumbers, ProductNumbering } from './product-numbers.js';
import type { LearningSettings } from './settings.js';
import { VisitColumns } from './visit-columns.js';
import { isWithin, laterOf, type LearningWindow, windowEnding } from './window.js';

/** The windows that facts are counted in; null where there are no facts of the kind. */
export interface LearningWindows {
  readonly orders: LearningWindow | null;
  readonly interactions: LearningWindow | null;
  /** The later end of the two; null when there are no facts at all. */
  readonly asOf: Date | null;
}

/**
 * The windows for facts that end at these moments. Each kind ends with its own newest fact, so that the first click in a shop whose order
 * history was imported from last year does not push that history out of the window.
 */
export const learningWindows = (
  newest: { readonly order: Date | null; readonly interaction: Date | null },
  settings: LearningSettings,
): LearningWindows => ({
  orders: windowEnding(settings.asOf ?? newest.order, settings.windowDays),
  interactions: windowEnding(settings.asOf ?? newest.interaction, settings.interactionWindowDays),
  asOf: settings.asOf ?? laterOf(newest.order, newest.interaction),
});

/** Everything that learning counts, as numbers. */
export interface LearningFacts {
  readonly windows: LearningWindows;
  /** Product ids by number, ascending. */
  readonly productIds: readonly string[];
  readonly orders: Occasions;
  readonly visits: Occasions;
  readonly catalogue: CatalogueColumns;
}

/** Takes facts as they come, in any order and with repeats: first all orders and interactions, then the catalogue. */
export class FactCollector {
  readonly #windows: LearningWindows;
  readonly #numbering = new ProductNumbering();
  readonly #orders = new OrderColumns(this.#numbering);
  readonly #visits = new VisitColumns(this.#numbering);

  constructor(windows: LearningWindows) {
    this.#windows = windows;
  }

  /** Facts outside the window are left out. */
  addBasket(basket: BasketFact): void {
    if (isWithin(this.#windows.orders, basket.placedAt)) this.#orders.add(basket);
  }

  /** Facts outside the window are left out. */
  addInteraction(interaction: InteractionFact): void {
    if (isWithin(this.#windows.interactions, interaction.at)) this.#visits.add(interaction);
  }

  /** Ends the orders and interactions; what it answers takes the catalogue. */
  close(): CatalogueStep {
    const { ids, ranks }: ProductNumbers = this.#numbering.finish();
    const catalogue = new CatalogueCollector(ids);
    const counted = {
      windows: this.#windows,
      productIds: ids,
      orders: this.#orders.finish(ranks),
      visits: this.#visits.finish(ranks),
    };
    return {
      addProduct: (product) => catalogue.add(product),
      finish: () => ({ ...counted, catalogue: catalogue.finish() }),
    };
  }
}

/** The second step of collecting: products of the catalogue. */
export interface CatalogueStep {
  addProduct(product: ProductFacts): void;
  finish(): LearningFacts;
}
