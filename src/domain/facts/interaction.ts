/** Every kind of interaction, in the words of the public contract. */
export const INTERACTION_KINDS = [
  'IMPRESSION',
  'CLICK',
  'VIEW',
  'SEARCH',
  'ADD_TO_BASKET',
  'REMOVE_FROM_BASKET',
  'NOT_INTERESTED',
] as const;

/** What a customer or visitor did. */
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** One thing a customer or visitor did: a fact. At least one of `customerId` and `sessionId` is set. */
export interface Interaction {
  readonly id: string;
  readonly kind: InteractionKind;
  readonly customerId: string | null;
  readonly sessionId: string | null;
  /** Set for every kind but SEARCH. */
  readonly productId: string | null;
  readonly categoryId: string | null;
  /** Set for SEARCH. */
  readonly query: string | null;
  readonly at: Date;
  readonly recommendationId: string | null;
  readonly slot: number | null;
}
