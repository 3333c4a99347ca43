import type { ComplementList } from '../domain/cross-sell/complements-for.js';
import { connectionOf, edgeOf } from './served-list.js';

/** A served list of complements in the words of the contract. */
export const complementConnectionOf = (list: ComplementList) => ({
  ...connectionOf(list),
  edges: list.slots.map((filled) => ({
    ...edgeOf(filled, list),
    required: filled.candidate.source === 'REQUIRED_COMPANION',
    quantity: filled.candidate.quantity,
  })),
  unknownIds: [...list.unknownIds],
});
