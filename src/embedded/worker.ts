import { parentPort, workerData } from 'node:worker_threads';
import { StoreInUseError } from './log/lock.js';
import { startEmbeddedStore, type EmbeddedStore, type EmbeddedStoreOptions } from './start.js';
import type { FromWorker, ToWorker } from './worker-protocol.js';

function say(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function obey(store: EmbeddedStore, { kind, call }: ToWorker): Promise<void> {
  try {
    await (kind === 'compact' ? store.compact() : store.close());
    say({ kind: 'done', call });
  } catch (error) {
    say({ kind: 'done', call, error: messageOf(error) });
  }
  if (kind === 'close') parentPort?.close();
}

try {
  const store = await startEmbeddedStore(workerData as EmbeddedStoreOptions);
  parentPort?.on('message', (message: ToWorker) => void obey(store, message));
  say({ kind: 'ready', uri: store.uri });
} catch (error) {
  if (error instanceof StoreInUseError) say({ kind: 'inUse', uri: error.uri, detail: error.message });
  else say({ kind: 'failed', message: messageOf(error) });
}
