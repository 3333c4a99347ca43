import type { PickList } from '../domain/personalisation/picks-for.js';
import { connectionOf, edgeOf } from './served-list.js';

/** A served list of picks in the words of the contract. */
export const pickConnectionOf = (list: PickList) => ({
  ...connectionOf(list),
  edges: list.slots.map((filled) => edgeOf(filled, list)),
  personalisation: list.personalisation,
});
