import { createHash } from 'node:crypto';

import { MongoClient } from 'mongodb';

/** What a shop's readers rest on, as it lies in the database. */
export interface Published {
  /** Null before the first learning. */
  readonly version: string | null;
  /** How many documents of that version each collection holds. */
  readonly documents: Readonly<Record<string, number>>;
  /** Of those documents, field by field, and apart from them of every customer's profile. */
  readonly statistics: string;
  readonly profiles: string;
}

const COLLECTIONS = ['copurchase_stats', 'similarity_stats', 'popularity', 'proposed_pairs'];

const digest = (documents: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(documents)).digest('hex');

/** Reads what is published, past the program. `revision` counts how often a profile was written, which is no part of what it says. */
export const readPublished = async (uri: string): Promise<Published> => {
  const client = new MongoClient(uri);
  try {
    const db = client.db('tandem');
    const pointer = await db.collection<{ _id: string; version: string }>('models').findOne({ _id: 'published' });
    const version = pointer?.version ?? null;
    const found = await Promise.all(COLLECTIONS.map((name) => db.collection(name).find({ version }).sort({ _id: 1 }).toArray()));
    const profiles = await db.collection('behaviour_profiles').find({}, { projection: { revision: 0 } }).sort({ _id: 1 }).toArray();
    return {
      version,
      documents: Object.fromEntries(COLLECTIONS.map((name, at) => [name, found[at]?.length ?? 0])),
      statistics: digest(found),
      profiles: digest(profiles),
    };
  } finally {
    await client.close();
  }
};
