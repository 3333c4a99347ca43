import type { Collections } from './collections.js';

/** The counter that serialises people's decisions: only a commit raises it. */
export const DECISIONS_REVISION = 'rules';

/** What instances hold in memory, refresh when its revision has risen, and is written without a commit. */
export type Revised = 'catalogue';

/** Says that something changed; it is the last write of a change, so that whoever sees the new revision sees the change. */
export const raiseRevision = async (revisions: Collections['revisions'], of: Revised): Promise<void> => {
  await revisions.updateOne({ _id: of }, { $inc: { revision: 1 } }, { upsert: true });
};

/** The revision now; 0 before the first change. Read where it is written: a copy that lags behind would make old readings look new. */
export const readRevision = async (revisions: Collections['revisions'], of: Revised): Promise<number> =>
  (await revisions.findOne({ _id: of }, { projection: { revision: 1 }, readPreference: 'primary' }))?.revision ?? 0;
