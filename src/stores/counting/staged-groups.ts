import type { Collection, Db } from 'mongodb';

import type { GroupDocument } from './counting-documents.js';
import { isGroups } from './staging.js';

/** The groups of learning runs that have not dropped them: of those under way, and of those that were killed. They say who bought what. */
export interface StagedGroups {
  all(): Promise<readonly Collection<GroupDocument>[]>;
  /** Those of one run, by the name of their collection. */
  named(name: string): Collection<GroupDocument>;
}

/** Those in a shop's database. */
export const stagedGroupsIn = (db: Db): StagedGroups => {
  const named = (name: string): Collection<GroupDocument> => db.collection<GroupDocument>(name);
  return {
    named,
    async all() {
      const collections = await db.listCollections({}, { nameOnly: true, readPreference: 'primary' }).toArray();
      return collections.flatMap(({ name }) => (isGroups(name) ? [named(name)] : []));
    },
  };
};
