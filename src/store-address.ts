import { startEmbeddedStoreInWorker, StoreInUseError } from './embedded/index.js';
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
  close(): Promise<void>;
}

const withoutCredentials = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//');

/**
 * The one place that knows that there may be an embedded store: it is started when no MongoDB is configured, or joined when another
 * process of this shop has it open.
 */
export const reachStore = async ({ mongodbUri, mongodbDatabase: database, dataDir }: StorePlace): Promise<ReachableStore> => {
  const nothingToClose = async (): Promise<void> => undefined;
  if (mongodbUri !== null)
    return { address: { uri: mongodbUri, database }, description: withoutCredentials(mongodbUri), close: nothingToClose };
  try {
    const store = await startEmbeddedStoreInWorker({ directory: dataDir });
    const description = `embedded store in ${dataDir} (for trying, tests and small shops)`;
    return { address: { uri: store.uri, database }, description, close: async () => store.close() };
  } catch (error) {
    if (!(error instanceof StoreInUseError)) throw error;
    const description = `embedded store in ${dataDir}, opened by another process`;
    return { address: { uri: error.uri, database }, description, close: nothingToClose };
  }
};

/** Reads where the store is; the rest of the configuration is not needed to import or learn. */
export const storePlaceOf = (env: NodeJS.ProcessEnv): StorePlace => ({
  mongodbUri: env['MONGODB_URI']?.trim() || null,
  mongodbDatabase: env['MONGODB_DATABASE']?.trim() || 'tandem',
  dataDir: env['DATA_DIR']?.trim() || '.tandem',
});
