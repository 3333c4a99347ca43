import type { Collection } from 'mongodb';

/** Documents of any kind that belong to a version. */
export interface Versioned {
  readonly _id: string;
  readonly version: string;
}

/** The versions that a collection holds anything of, in order: one look into its index for each, however many documents they have. */
export const versionsIn = async (collection: Collection<Versioned>): Promise<readonly string[]> => {
  const versions: string[] = [];
  for (;;) {
    const after = versions.at(-1) ?? '';
    const next = await collection.findOne({ version: { $gt: after } }, { sort: { version: 1 }, projection: { version: 1 }, readPreference: 'primary' });
    if (next === null) return versions;
    versions.push(next.version);
  }
};
