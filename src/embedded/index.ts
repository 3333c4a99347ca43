/**
 * The store that runs inside the process when no MongoDB is configured. It speaks MongoDB's wire protocol on the loopback interface, so
 * that the official driver is the only path to data; what it does not support it refuses with MongoDB's own errors.
 */
export { startEmbeddedStore, type EmbeddedStore, type EmbeddedStoreOptions } from './start.js';
export { forgetEmbeddedStore, holdsEmbeddedStore } from './forget.js';
export { startEmbeddedStoreInWorker } from './start-in-worker.js';
export { StoreInUseError } from './log/lock.js';
export { LogDamagedError } from './log/recovery.js';
