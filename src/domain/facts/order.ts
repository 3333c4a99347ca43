/** Whether an order stands and counts, or was cancelled. */
export type OrderStatus = 'COMPLETED' | 'CANCELLED';

/** One line of an order. */
export interface OrderLine {
  readonly productId: string;
  /** 1 or more. */
  readonly quantity: number;
  /** Price of one in minor units of the order's currency, 0 or more. */
  readonly unitPriceMinor: number;
  /** The served list that led to this line; null when none did. */
  readonly recommendationId: string | null;
}

/** One order as it stood at `updatedAt`: a fact. */
export interface Order {
  readonly id: string;
  readonly customerId: string | null;
  readonly sessionId: string | null;
  readonly placedAt: Date;
  readonly updatedAt: Date;
  readonly status: OrderStatus;
  readonly currencyCode: string;
  readonly lines: readonly OrderLine[];
}
