import type { ProductFacts } from '../catalogue/product.js';
import type { CoPurchaseStats } from '../learning/model.js';
import type { DecidedPair } from '../merchandising/decided-pair.js';
import type { BehaviourProfile } from '../personalisation/profile.js';
import type { SimilarProducts } from './similar-products.js';

/** What could not be read in time, and was done without. */
export type Unreadable = 'catalogue' | 'copurchase_stats' | 'similarity_stats' | 'decided_pairs' | 'behaviour_profiles' | 'consents';

/**
 * What one request reads, in batches. Unknown ids are absent from the answer. Nothing here throws for a store that is slow or down:
 * the answer is then empty (the catalogue's is what memory holds), and `unreadable` says so.
 */
export interface ServingReader {
  products(ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>>;
  coPurchase(anchorIds: readonly string[]): Promise<ReadonlyMap<string, CoPurchaseStats>>;
  similarity(productIds: readonly string[]): Promise<ReadonlyMap<string, SimilarProducts>>;
  decidedPairs(anchorIds: readonly string[]): Promise<ReadonlyMap<string, readonly DecidedPair[]>>;
  profiles(customerIds: readonly string[]): Promise<ReadonlyMap<string, BehaviourProfile>>;
  /** Decisions about personalisation; customers who never decided are absent. */
  consents(customerIds: readonly string[]): Promise<ReadonlyMap<string, boolean>>;
  readonly unreadable: ReadonlySet<Unreadable>;
}
