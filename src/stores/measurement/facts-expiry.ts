import type { Collections } from '../collections.js';

const EXPIRED = 'expired';

/**
 * How far back facts may have expired: noted BEFORE they are removed, so that a sheet made again from what is left keeps what it said before.
 */
export const createFactsExpiry = ({ measured }: Pick<Collections, 'measured'>) => ({
  note: async (before: Date): Promise<void> => {
    await measured.updateOne({ _id: EXPIRED }, { $max: { at: before } }, { upsert: true });
  },

  /** Null while nothing has expired. */
  before: async (): Promise<Date | null> => (await measured.findOne({ _id: EXPIRED }))?.at ?? null,
});
export type FactsExpiry = ReturnType<typeof createFactsExpiry>;
