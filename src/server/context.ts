import type { Caller } from '../domain/privacy/caller.js';

/** Collects how the answer may be cached: the strictest word wins. */
export interface CachePolicy {
  /** Something was answered that is the same for everybody, for this many seconds. */
  allowPublic(maxAgeSeconds: number): void;
  /** Something of a customer was answered, or something failed or was degraded: nobody may keep it. */
  forbid(): void;
  /** The Cache-Control header for what was collected; `private, no-store` unless something public and nothing private was answered. */
  header(): string;
}

/** The parts of a request's context that the server itself needs; resolvers add theirs. */
export interface BaseRequestContext {
  readonly requestId: string;
  readonly caller: Caller;
  readonly now: Date;
  readonly cachePolicy: CachePolicy;
  /** What could not be read and was done without, by store name; answered as `extensions.degraded`. */
  readonly degraded: Set<string>;
  /** Aborted when the client is gone or the request's time is over. */
  readonly signal: AbortSignal;
  /** The same by the clock: while lists are being decided no timer fires, so that the signal alone would come too late. */
  isOver(): boolean;
  /**
   * Gives the request this much more than the server's usual time, for the rare field that waits for somebody else. To be asked for once it is
   * sure that the caller may wait; a request gets the longest extension asked for, once.
   */
  extendDeadline(ms: number): void;
  /** Writes a fault to the log and returns the id that joins it to the answer. */
  logFault(error: unknown, details?: Readonly<Record<string, string>>): string;
}
