import { MAX_DOCUMENT_BYTES } from '../bson/document.js';
import { MAX_WRITE_BATCH } from './batch.js';
import type { CommandHandler } from './context.js';

/** The largest wire message, in bytes (MongoDB's limit). */
export const MAX_MESSAGE_BYTES = 48_000_000;
// MongoDB 7.0: old enough that drivers do not send the client-level bulkWrite command, which this store does not have.
const MAX_WIRE_VERSION = 21;
const SERVER_VERSION = '7.0.0';

/**
 * `hello` and its older names. The store says it is a standalone server, because it is one: drivers then send neither transactions nor
 * retryable writes, whose bookkeeping would not survive a restart, and poll instead of streaming.
 */
export const hello: CommandHandler = ({ name, connectionId }) => ({
  helloOk: true,
  [name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: MAX_WRITE_BATCH,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId,
  minWireVersion: 0,
  maxWireVersion: MAX_WIRE_VERSION,
  readOnly: false,
  ok: 1,
});

/** `ping` and `endSessions` */
export const acknowledge: CommandHandler = () => ({ ok: 1 });

/** `buildInfo` */
export const buildInfo: CommandHandler = () => ({
  version: SERVER_VERSION,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'embedded',
  modules: ['tandem-embedded'],
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  ok: 1,
});
