import type { Collections } from './collections.js';

/** What instances hold in memory and refresh when its revision has risen. */
export type Revised = 'rules' | 'catalogue';

/** Says that something changed; it is the last write of a change, so that whoever sees the new revision sees the change. */
export const raiseRevision = async (revisions: Collections['revisions'], of: Revised): Promise<void> => {
  await revisions.updateOne({ _id: of }, { $inc: { revision: 1 } }, { upsert: true });
};
