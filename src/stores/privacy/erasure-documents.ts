import type { TombstoneKind } from '../../domain/privacy/tombstone.js';

/** Fact: what must not come back. Key: a keyed hash, so that it names nobody. */
export interface ErasureDocument {
  _id: string;
  kind: TombstoneKind;
  /** Since when; of an order, up to which version; of what is forgotten, up to which time. */
  at: Date;
  /** Of a customer: what has been removed so far. Null for the others. */
  removed: {
    readonly interactions: number;
    readonly orders: number;
    readonly profiles: number;
    readonly consents: number;
    readonly servedLists: number;
    readonly exposures: number;
    /** Absent in tombstones of earlier releases. */
    readonly learningGroups?: number;
  } | null;
  /** Of a visit's orders: keyed hashes of those without a name that were removed or refused, one more than are fenced at most. Absent for none. */
  guests?: Readonly<Record<string, true>>;
}

/** The key of the hashes: drawn at random when it is first needed, and never changed. Key: "erasures". */
export interface ErasureKeyDocument {
  _id: string;
  key: string;
}
