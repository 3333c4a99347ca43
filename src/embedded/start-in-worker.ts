import { Worker } from 'node:worker_threads';
import { StoreInUseError } from './log/lock.js';
import type { EmbeddedStore, EmbeddedStoreOptions } from './start.js';
import type { FromWorker, ToWorker } from './worker-protocol.js';

function uriWhenReady(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => { reject(new Error(`the embedded store's thread ended with code ${String(code)}`)); });
    worker.once('message', (message: FromWorker) => {
      worker.off('error', reject);
      if (message.kind === 'ready') resolve(message.uri);
      else if (message.kind === 'inUse') reject(new StoreInUseError(message.uri, message.detail));
      else reject(new Error(message.kind === 'failed' ? message.message : 'the embedded store\'s thread spoke out of turn'));
    });
  });
}

function call(worker: Worker, number: number, kind: ToWorker['kind']): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = (): void => { reject(new Error('the embedded store\'s thread has ended')); };
    const heard = (message: FromWorker): void => {
      if (message.kind !== 'done' || message.call !== number) return;
      worker.off('message', heard);
      worker.off('exit', gone);
      if (message.error === undefined) resolve();
      else reject(new Error(message.error));
    };
    worker.on('message', heard);
    worker.once('exit', gone);
    worker.postMessage({ kind, call: number } satisfies ToWorker);
  });
}

/**
 * Starts the store in a thread of its own, so that a long scan does not hold up the server. Works from the built files only.
 * @throws StoreInUseError where a live process runs this directory's store
 */
export async function startEmbeddedStoreInWorker(options: EmbeddedStoreOptions = {}): Promise<EmbeddedStore> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: options });
  const uri = await uriWhenReady(worker);
  let calls = 0;
  let closing: Promise<void> | undefined;
  const next = (kind: ToWorker['kind']): Promise<void> => call(worker, (calls += 1), kind);
  return { uri, compact: () => next('compact'), close: () => (closing ??= next('close')) };
}
