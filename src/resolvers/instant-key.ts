import { badArgument } from './arguments.js';
import { readKey, type KeysetList } from './keyset-page.js';

/**
 * The entry that a page begins behind, in a list that is ordered by time and, among equals, by id; null for the first page. Throws
 * BAD_USER_INPUT for a cursor that this list did not give.
 */
export const readInstantKey = (
  list: KeysetList,
  after: string | null | undefined,
): { readonly at: Date; readonly id: string } | null => {
  const key = readKey(list, after);
  if (key === null) return null;
  const at = new Date(key.order);
  if (Number.isNaN(at.getTime())) throw badArgument('after must be an endCursor of this list');
  return { at, id: key.id };
};
