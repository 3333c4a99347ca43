import type { Popularity } from '../learning/model.js';
import type { DemandIndex } from '../serving/demand-index.js';
import type { SimilarProducts } from '../serving/similar-products.js';
import type { BehaviourProfile } from './profile.js';

/** What the scorer of picks may look at: documents that are loaded anyway. */
export interface PickEvidence {
  readonly profile: BehaviourProfile;
  /** Of the customer's recent products and the product being viewed. */
  readonly similarity: ReadonlyMap<string, SimilarProducts>;
  readonly popularity: ReadonlyMap<string, Popularity>;
  readonly demand: DemandIndex;
  /** Products that may be shown because the shop's customers want them now, whatever leads this customer to them; most wanted first. */
  readonly wantedIds: readonly string[];
  /** PRODUCT_PAGE: the product being viewed. */
  readonly viewedId: string | null;
  readonly categoryPaths: ReadonlyMap<string, readonly string[]>;
  /** CATEGORY: favourites are looked for inside the category being browsed only. */
  readonly withinCategory: string | null;
  /** When the picks are shown. */
  readonly now: Date;
}
