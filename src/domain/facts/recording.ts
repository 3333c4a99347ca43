import type { ProductFacts } from '../catalogue/product.js';
import type { Interaction } from './interaction.js';
import type { Order } from './order.js';

/** What became of one fact: written, known already, or refused for what it says. */
export type RecordingOutcome =
  | {
      readonly kind: 'accepted';
      /** The customer whom an order belonged to before this change; absent when it is nobody else's now. */
      readonly formerCustomerId?: string;
    }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'rejected'; readonly message: string };

/** A customer's decision about personalisation: a fact; the newest `decidedAt` wins. */
export interface Consent {
  readonly customerId: string;
  readonly consent: boolean;
  readonly decidedAt: Date;
}

/** Who tells of facts: the shop, which knows whose visits are whose, or customers of what they did themselves. */
export type Speaker = 'shop' | 'themself';

/**
 * Where facts are written. Each method answers one outcome per fact, in the order given, and one bad fact costs only itself.
 * A fact known already with the same contents is a duplicate; an order with an older `updatedAt` than the one held is a duplicate too;
 * other contents under the same id (and, for orders, the same `updatedAt`) are rejected and what was held stays.
 */
export interface FactWriter {
  recordOrders(orders: readonly Order[]): Promise<readonly RecordingOutcome[]>;
  /** `speaker` says of whom it is known that they tell the truth about others too: the shop unless it is said. */
  recordInteractions(interactions: readonly Interaction[], speaker?: Speaker): Promise<readonly RecordingOutcome[]>;
  /** Products have no history: the last one written wins; the same contents are a duplicate. */
  recordProducts(products: readonly ProductFacts[]): Promise<readonly RecordingOutcome[]>;
  /** Writes only products whose id the catalogue does not hold yet; others are duplicates. */
  recordUnknownProducts(products: readonly ProductFacts[]): Promise<readonly RecordingOutcome[]>;
  recordConsents(consents: readonly Consent[]): Promise<readonly RecordingOutcome[]>;
}
