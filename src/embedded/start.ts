import { Cursors } from './commands/cursors.js';
import { Namespaces } from './engine/namespaces.js';
import { acquireLock, refuseIfRunning } from './log/lock.js';
import { memoryStorage, openStorage, prepareDirectory, type Storage } from './storage.js';
import { openListener, type Listener } from './wire/listener.js';

/** A running store. */
export interface EmbeddedStore {
  /** The complete connection string, `mongodb://127.0.0.1:PORT/?…`, without a database's name. */
  readonly uri: string;
  /** Rewrites the log so that deleted data is in no file any more. */
  compact(): Promise<void>;
  /** Ends all connections, writes everything to the disk and gives the directory free. */
  close(): Promise<void>;
}

/** How to run the store. */
export interface EmbeddedStoreOptions {
  /** Where the data is kept; absent: in memory only. */
  readonly directory?: string;
  /** The port on 127.0.0.1; 0 or absent: any free one. */
  readonly port?: number;
}

function uriFor(port: number): string {
  return `mongodb://127.0.0.1:${String(port)}/?directConnection=true`;
}

function openAt(directory: string | undefined, uri: string, store: Namespaces): { storage: Storage; release: () => void } {
  if (directory === undefined) return { storage: memoryStorage(), release: () => undefined };
  const release = acquireLock(directory, uri);
  try {
    return { storage: openStorage(directory, store), release };
  } catch (error) {
    release();
    throw error;
  }
}

async function serve(listener: Listener, directory: string | undefined): Promise<EmbeddedStore> {
  const uri = uriFor(listener.port);
  const store = new Namespaces();
  const { storage, release } = openAt(directory, uri, store);
  listener.serve({ store, cursors: new Cursors(), journal: storage });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await listener.close();
    await storage.close();
    release();
  };
  return Promise.resolve({ uri, compact: () => storage.compact(), close: () => (closing ??= close()) });
}

/**
 * Starts the store in this thread: for tests, since a long scan holds the thread up.
 * @throws StoreInUseError where a live process runs this directory's store, LogDamagedError where its log is damaged
 */
export async function startEmbeddedStore(options: EmbeddedStoreOptions = {}): Promise<EmbeddedStore> {
  const { directory, port = 0 } = options;
  if (directory !== undefined) {
    prepareDirectory(directory);
    refuseIfRunning(directory);
  }
  const listener = await openListener(port);
  try {
    return await serve(listener, directory);
  } catch (error) {
    await listener.close();
    throw error;
  }
}
