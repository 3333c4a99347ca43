import type { PickList, PicksRequest } from '../domain/personalisation/picks-for.js';
import type { FilledSlot } from '../domain/ranking/fill-slots.js';
import type { RequestContext } from '../server/request-context.js';
import { connectionOf, edgeOf, noteServed } from './served-list.js';

const copyAnswer = (productId: string, { copy }: PickList) => {
  const chosen = copy.get(productId);
  return chosen === undefined ? null : { text: chosen.text, variantId: chosen.id, version: chosen.version, origin: chosen.origin };
};

const pickEdgeOf = (filled: FilledSlot, list: PickList) => edgeOf(filled, list, { copy: copyAnswer(filled.candidate.productId, list) });

/** A served list of picks in the words of the contract. */
export const pickConnectionOf = (list: PickList) => ({
  ...connectionOf(list),
  edges: list.slots.map((filled) => pickEdgeOf(filled, list)),
  personalisation: list.personalisation,
});

/** A list of picks that goes to a customer: noted, and in the words of the contract. */
export const shownPicks = (list: PickList, { surface }: PicksRequest, context: RequestContext) => {
  noteServed(list, { lane: 'PERSONALISATION', placement: surface, anchorIds: [] }, context);
  return pickConnectionOf(list);
};
