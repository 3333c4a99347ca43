import type { ProductFacts } from '../catalogue/product.js';
import type { Interaction, InteractionKind } from './interaction.js';
import type { Order, OrderLine } from './order.js';

/** The part of an order that learning counts. */
export interface BasketFact {
  readonly orderId: string;
  readonly customerId: string | null;
  readonly placedAt: Date;
  readonly productIds: readonly string[];
}

/** The part of an interaction that learning counts. */
export interface InteractionFact {
  readonly id: string;
  readonly kind: Interaction['kind'];
  readonly customerId: string | null;
  readonly sessionId: string | null;
  readonly productId: string | null;
  readonly at: Date;
}

/** How much of each customer is wanted: the newest facts only, by time and then by id in code point order, so that nobody costs without bound. */
export interface FactBounds {
  /** Completed orders. */
  readonly orders: number;
  /** Interactions of each of the kinds. */
  readonly interactions: number;
  readonly kinds: readonly InteractionKind[];
}

/** What there is in all, where only the newest are at hand. */
export interface FactTotals {
  readonly count: number;
  readonly oldest: Date | null;
  readonly newest: Date | null;
}

/** The part of a customer's order that a behaviour profile is folded from. */
export interface CustomerOrder extends Pick<Order, 'id' | 'customerId' | 'placedAt' | 'updatedAt' | 'status' | 'currencyCode'> {
  readonly lines: readonly Pick<OrderLine, 'productId' | 'unitPriceMinor'>[];
}

/** One customer's facts, in any order: what a behaviour profile is folded from. */
export interface CustomerFacts {
  readonly customerId: string;
  readonly orders: readonly CustomerOrder[];
  readonly interactions: readonly Interaction[];
  /** Of all completed orders, where `orders` holds only the newest; null where it holds them all. */
  readonly orderTotals: FactTotals | null;
  /** Of all interactions of every kind, where `interactions` holds only the newest; null where it holds them all. */
  readonly interactionTotals: FactTotals | null;
}

/** The groups that a product belongs to. */
export type Grouped = Pick<ProductFacts, 'categoryPath' | 'brand'>;

/** Where facts are read from, in streams whose order carries no meaning. */
export interface FactReader {
  /** Time of the newest completed order, of those before `until` where it is given; null when there is none. */
  newestOrderAt(until?: Date): Promise<Date | null>;
  /** Time of the newest interaction, of those before `until` where it is given; null when there is none. */
  newestInteractionAt(until?: Date): Promise<Date | null>;
  /** How many orders are held, for a progress bar. */
  countOrders(): Promise<number>;
  countInteractions(): Promise<number>;
  /** Completed orders placed in `[from, until)`. */
  baskets(from: Date, until: Date): AsyncIterable<BasketFact>;
  /** Interactions that happened in `[from, until)`. */
  interactions(from: Date, until: Date): AsyncIterable<InteractionFact>;
  /** Every product of the catalogue. */
  products(): AsyncIterable<ProductFacts>;
  /** The catalogue's facts of these products; unknown ones are absent. */
  productsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>>;
  /** A number that rises once a change of the catalogue can be read: what was read since it was seen is not older than it. */
  catalogueRevision(): Promise<number>;
  /** Ids of every customer with a fact, or with a profile whose facts are gone, ascending: all whose profile there is to build. */
  customerIds(): AsyncIterable<string>;
  /**
   * The facts of these customers, one entry each, also for those without any, in parts that memory holds whatever a customer did.
   * An entry holds at least what the bounds ask for.
   */
  customerFacts(customerIds: readonly string[], bounds: FactBounds): AsyncIterable<readonly CustomerFacts[]>;
}
