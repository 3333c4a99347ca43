import { type Collection, MongoServerError } from 'mongodb';

import type { GroupDocument } from '../counting/counting-documents.js';
import type { StagedGroups } from '../counting/staged-groups.js';

/** What a server says of a collection that was dropped while it was read: NamespaceNotFound, CursorNotFound, QueryPlanKilled. */
const OF_DROPPED: ReadonlySet<unknown> = new Set([26, 43, 175]);

/** Removes some of the groups of one run, and tells after each step how many. */
export type RemoveSome = (groups: Collection<GroupDocument>) => AsyncIterable<number>;

/** Removes groups of all runs and answers how many. A run may drop its own at any moment: then nothing is left of them to remove. Throws what the database does. */
export const removeFromAll = async (staged: StagedGroups, removeSome: RemoveSome): Promise<number> => {
  const isListed = async (name: string): Promise<boolean> => (await staged.all()).some(({ collectionName }) => collectionName === name);
  let removed = 0;
  for (const groups of await staged.all()) {
    try {
      for await (const count of removeSome(groups)) removed += count;
    } catch (error) {
      // A cursor may also be lost for other reasons, with all groups still there.
      if (!(error instanceof MongoServerError) || !OF_DROPPED.has(error.code) || (await isListed(groups.collectionName))) throw error;
    }
  }
  return removed;
};
