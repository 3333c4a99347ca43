import type { Collections } from '../collections.js';
import type { JournalDocument } from './decision-documents.js';
import type { Destined } from './decision-mapping.js';
import { insertNew } from '../facts/record-new.js';
import { DECISIONS_REVISION } from '../revisions.js';
import { rollForward, type DecisionCollections } from './roll-forward.js';

/** Documents that are journalled, and written out, at a time. */
const BATCH = 100;

/** How often a reading that others keep overtaking is tried. */
const MOST_READINGS = 50;

type Used = DecisionCollections & Pick<Collections, 'decisionJournal' | 'revisions'>;

/** The decisions of a shop, one commit after the other. */
export interface DecisionJournal {
  /** The revision that stands, after everything of it has been written out. */
  settled(): Promise<number>;
  /** The revision that stands; it may not be written out in full. */
  revision(): Promise<number>;
  /** Finishes a commit that is known to be pending: the one that made `revision`. Harmless when somebody else does or did. */
  finish(commitId: string, revision: number): Promise<void>;
  /** Makes the documents the next revision: true when they stand, all of them; false when another commit came first, and none of them does. */
  append(commitId: string, revision: number, documents: readonly Destined[]): Promise<boolean>;
  /** What `read` finds, all of it at one revision; null when commits kept coming in between. */
  together<T>(read: () => Promise<T>): Promise<T | null>;
  /**
   * Brings a reading that is of the revision `from`, null for none, to a revision that stands, and answers which. `readNewer` takes in all
   * that is newer than the revision it is told, everything for null, and answers the highest revision that it met. What came in between is read
   * by itself, which is little, so that readers catch up while others go on committing. Null when they kept coming all the same.
   */
  catchUp(from: number | null, readNewer: (after: number | null) => Promise<number>): Promise<number | null>;
}

/**
 * Makes commits of many documents out of writes of single ones. A commit is written to the journal first; the compare-and-set on one document
 * (the revision) makes it stand; then it is written out, by whoever comes by. Nothing but that one write decides whether it stands.
 */
export const createDecisionJournal = ({ decisionJournal, revisions, ...collections }: Used): DecisionJournal => {
  const current = async (): Promise<{ revision: number; pending: string | null }> => {
    const found = await revisions.findOne({ _id: DECISIONS_REVISION });
    return { revision: found?.revision ?? 0, pending: found?.pending ?? null };
  };

  const finish = async (commitId: string, revision: number): Promise<void> => {
    let entries: JournalDocument[] = [];
    for await (const entry of decisionJournal.find({ commitId }, { batchSize: BATCH })) {
      if (entries.push(entry) < BATCH) continue;
      await rollForward(collections, entries);
      entries = [];
    }
    await rollForward(collections, entries);
    await revisions.updateOne({ _id: DECISIONS_REVISION, pending: commitId }, { $set: { pending: null } });
    // This one's, and whatever was decided upon a revision that is over: it can never stand any more.
    await decisionJournal.deleteMany({ revision: { $lt: revision } });
  };

  const settled = async (): Promise<number> => {
    const { revision, pending } = await current();
    if (pending !== null) await finish(pending, revision);
    return revision;
  };

  const write = async (commitId: string, revision: number, documents: readonly Destined[]): Promise<void> => {
    for (let start = 0; start < documents.length; start += BATCH) {
      const entries = documents
        .slice(start, start + BATCH)
        .map(({ into, document }, index) => ({ _id: `${commitId}:${String(start + index)}`, commitId, revision, into, document }));
      await decisionJournal.insertMany(entries);
    }
  };

  const stand = async (commitId: string, revision: number): Promise<boolean> => {
    // Null also finds a revision that was counted before commits had names.
    const filter = { _id: DECISIONS_REVISION, revision, pending: null };
    const { matchedCount } = await revisions.updateOne(filter, { $set: { revision: revision + 1, pending: commitId } });
    return matchedCount === 1;
  };

  return {
    settled,
    revision: async () => (await current()).revision,
    finish,

    async append(commitId, revision, documents) {
      if (revision === 0) await insertNew(revisions, [{ _id: DECISIONS_REVISION, revision: 0, pending: null }]);
      await write(commitId, revision, documents);
      if (await stand(commitId, revision)) return true;
      await decisionJournal.deleteMany({ commitId });
      return false;
    },

    async together(read) {
      for (let reading = 0; reading < MOST_READINGS; reading += 1) {
        const revision = await settled();
        const found = await read();
        if ((await current()).revision === revision) return found;
      }
      return null;
    },

    async catchUp(from, readNewer) {
      let at = from;
      for (let reading = 0; reading < MOST_READINGS; reading += 1) {
        const revision = await settled();
        if (revision === at) return revision;
        // A lower one than before is that of a restored backup.
        const after = at !== null && at < revision ? at : null;
        const newest = await readNewer(after);
        // Whoever looked for later commits and met nothing of them has read all of this revision and nothing else. Who read everything may
        // have looked only for what is approved, and would not have met what ceased to be.
        if (after !== null && newest <= revision) return revision;
        at = revision;
      }
      return null;
    },
  };
};
