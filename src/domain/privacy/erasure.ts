/** Proof of an erasure; it names nobody. Counts are of this and earlier erasures of the same customer. */
export interface ErasureReceipt {
  /** The same for the same customer for ever. */
  readonly id: string;
  /** When the customer was first erased. */
  readonly erasedAt: Date;
  readonly interactions: number;
  readonly orders: number;
  readonly profiles: number;
  readonly consents: number;
  readonly servedLists: number;
  readonly exposures: number;
  /** Groups of their orders and visits that learning runs had the database count. */
  readonly learningGroups: number;
}

/** Where customers are erased and products forgotten. */
export interface Erasures {
  /**
   * Removes everything held about a customer and the visits that are known to be theirs, and keeps it from coming back. Can be killed at any point
   * and done again: the receipt is the same, its counts rise by what was still found.
   */
  erase(customerId: string, now: Date): Promise<ErasureReceipt>;
  /** Removes a customer's interactions with one product up to `now`, now and from replays later; answers how many. */
  forget(customerId: string, productId: string, now: Date): Promise<number>;
  /** Removes what a process that was killed at the wrong moment wrote of erased customers after their erasure; answers how many documents. */
  sweep(): Promise<number>;
  /** Gives back the space of what was removed, so that no file holds it any more; does nothing where the database sees to that itself. */
  reclaim(): Promise<void>;
}
