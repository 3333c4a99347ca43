/** Fact: what must not come back. Key: a keyed hash, so that it names nobody. */
export interface ErasureDocument {
  _id: string;
  kind: 'customer' | 'visit' | 'forgotten';
  at: Date;
  /** Of a customer: what has been removed so far. Null for the others. */
  removed: {
    readonly interactions: number;
    readonly orders: number;
    readonly profiles: number;
    readonly consents: number;
    readonly servedLists: number;
    readonly exposures: number;
  } | null;
}

/** The key of the hashes: drawn at random when it is first needed, and never changed. Key: "erasures". */
export interface ErasureKeyDocument {
  _id: string;
  key: string;
}
