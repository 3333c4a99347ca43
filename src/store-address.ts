import { forgetEmbeddedStore, holdsEmbeddedStore, startEmbeddedStoreInWorker, StoreInUseError } from './embedded/index.js';
import type { StoreAddress } from './stores/open.js';

/** Where the shop's data is, as the environment says it. */
export interface StorePlace {
  /** Null means the embedded store in `dataDir`. */
  readonly mongodbUri: string | null;
  readonly mongodbDatabase: string;
  readonly dataDir: string;
}

/** A store that can be connected to, until it is closed. */
export interface ReachableStore {
  readonly address: StoreAddress;
  /** In words, for people: without credentials. */
  readonly description: string;
  /** Another process has it open and may close it. */
  readonly joined: boolean;
  close(): Promise<void>;
}

// Up to the last @, since a password that was not escaped may hold one; options may be secrets too.
const withoutSecrets = (uri: string): string =>
  /^mongodb(\+srv)?:\/\//.test(uri) ? uri.replace(/\/\/.*@/s, '//').replace(/\?.*$/s, '') : 'MONGODB_URI';

/** The store cannot be reached for a reason that lies outside of us; the message is for the user and names what to look at. */
export class StoreUnreachable extends Error {
  constructor(place: string, cause: unknown) {
    super(`${place} cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StoreUnreachable';
  }
}

/**
 * The one place that knows that there may be an embedded store: it is started when no MongoDB is configured, or joined when another
 * process of this shop has it open. Throws StoreUnreachable where neither can be done.
 */
export const reachStore = async ({ mongodbUri, mongodbDatabase: database, dataDir }: StorePlace): Promise<ReachableStore> => {
  const nothingToClose = async (): Promise<void> => undefined;
  if (mongodbUri !== null)
    return { address: { uri: mongodbUri, database }, description: withoutSecrets(mongodbUri), joined: false, close: nothingToClose };
  try {
    const store = await startEmbeddedStoreInWorker({ directory: dataDir });
    const description = `embedded store in ${dataDir} (for trying, tests and small shops)`;
    return { address: { uri: store.uri, database }, description, joined: false, close: async () => store.close() };
  } catch (error) {
    if (!(error instanceof StoreInUseError)) throw new StoreUnreachable(`the embedded store in DATA_DIR ${dataDir}`, error);
    const description = `embedded store in ${dataDir}, opened by another process`;
    return { address: { uri: error.uri, database }, description, joined: true, close: nothingToClose };
  }
};

/** Says why there can be no shop at a place, null where there may be one: only of an embedded store is it known without asking it. */
export const noShopAt = ({ mongodbUri, dataDir }: StorePlace): string | null =>
  mongodbUri !== null || holdsEmbeddedStore(dataDir)
    ? null
    : `there is no shop in ${dataDir} yet: import one, or name its folder with DATA_DIR (the sample shop of "tandem start" is in .tandem/sample-shop)`;

/** Throws away what the embedded store in `dataDir` holds; false where another process has it open, and then nothing is touched. */
export const emptyStore = (dataDir: string): boolean => {
  try {
    forgetEmbeddedStore(dataDir);
    return true;
  } catch (error) {
    if (error instanceof StoreInUseError) return false;
    throw error;
  }
};

/** Reads where the store is; the rest of the configuration is not needed to import or learn. */
export const storePlaceOf = (env: NodeJS.ProcessEnv): StorePlace => ({
  mongodbUri: env['MONGODB_URI']?.trim() || null,
  mongodbDatabase: env['MONGODB_DATABASE']?.trim() || 'tandem',
  dataDir: env['DATA_DIR']?.trim() || '.tandem',
});
