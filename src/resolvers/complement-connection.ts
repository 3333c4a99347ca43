import type { ComplementList, ComplementsRequest } from '../domain/cross-sell/complements-for.js';
import type { RequestContext } from '../server/request-context.js';
import { connectionOf, edgeOf, noteServed } from './served-list.js';

/** A served list of complements in the words of the contract. */
export const complementConnectionOf = (list: ComplementList) => ({
  ...connectionOf(list),
  edges: list.slots.map((filled) => {
    const { source, quantity } = filled.candidate;
    return edgeOf(filled, list, { required: source === 'REQUIRED_COMPANION', quantity });
  }),
  unknownIds: [...list.unknownIds],
});

/** A list of complements that goes to a shopper: noted, and in the words of the contract. */
export const shownComplements = (list: ComplementList, { placement, anchorIds }: ComplementsRequest, context: RequestContext) => {
  noteServed(list, { lane: 'CROSS_SELL', placement, anchorIds }, context);
  return complementConnectionOf(list);
};
