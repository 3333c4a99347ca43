import type { DecisionChange, CreationKey } from '../merchandising/kept/decisions.js';
import type { RuleState } from '../merchandising/rule.js';

/** Where a copy variant stands: as a rule does. */
export type CopyState = RuleState;

/** Who wrote a text first. */
export type CopyOrigin = 'HUMAN' | 'GENERATED';

/** Customers by one thing that is known of them. */
export type CopyAudience =
  | { readonly kind: 'FAVOURITE_CATEGORY'; readonly categoryId: string }
  | { readonly kind: 'FAVOURITE_BRAND'; readonly brand: string }
  | {
      readonly kind: 'PRICE_BAND';
      /** Decimal strings, both ends included; null is open, one of them is set. */
      readonly minPrice: string | null;
      readonly maxPrice: string | null;
      readonly currencyCode: string;
    };

/** What a copy variant says. */
export interface CopyContents {
  readonly productId: string;
  readonly text: string;
  readonly audience: CopyAudience;
}

/** An alternative short text for a product, for one audience. */
export interface CopyVariant extends CopyContents {
  readonly id: string;
  readonly state: CopyState;
  readonly origin: CopyOrigin;
  /** The language model that drafted it; null for a person's text. */
  readonly model: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly approvedBy: string | null;
  readonly updatedAt: Date;
}

/** One version of a copy variant. */
export interface CopyVersion extends DecisionChange {
  readonly state: CopyState;
  readonly contents: CopyContents;
}

/** A copy variant as it is kept. */
export interface CopyVariantRecord extends CopyVariant {
  readonly editedBy: string;
  readonly createdWith: CreationKey | null;
  /** Every version, newest first. */
  readonly history: readonly CopyVersion[];
}
