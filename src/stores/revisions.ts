import type { Collections } from './collections.js';

/** The counter that serialises people's decisions: only a commit raises it. */
export const DECISIONS_REVISION = 'rules';

/** What instances hold in memory, refresh when its revision has risen, and is written without a commit. */
export type Revised = 'catalogue';

/** Says that something changed; it is the last write of a change, so that whoever sees the new revision sees the change. */
export const raiseRevision = async (revisions: Collections['revisions'], of: Revised): Promise<void> => {
  await revisions.updateOne({ _id: of }, { $inc: { revision: 1 } }, { upsert: true });
};
