import { existsSync } from 'node:fs';
import { generationsIn, removeGenerations } from './log/generations.js';
import { acquireLock } from './log/lock.js';

const NOWHERE = 'mongodb://127.0.0.1:0/';

/** Whether a directory holds what an embedded store wrote. */
export const holdsEmbeddedStore = (directory: string): boolean => existsSync(directory) && generationsIn(directory).length > 0;

/**
 * Throws away what the store of a directory holds: its own files and nothing else, since people name directories that hold other things.
 * @throws StoreInUseError where a live process runs this directory's store
 */
export function forgetEmbeddedStore(directory: string): void {
  if (!existsSync(directory)) return;
  const release = acquireLock(directory, NOWHERE);
  try {
    removeGenerations(directory);
  } finally {
    release();
  }
}
