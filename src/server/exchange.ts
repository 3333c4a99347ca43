import type { Caller } from '../domain/privacy/caller.js';
import { ANONYMOUS } from '../domain/privacy/caller.js';
import { createCachePolicy } from './cache-policy.js';
import type { BaseRequestContext, CachePolicy } from './context.js';
import { openDeadline, type Deadline } from './deadline.js';
import { describeFault } from './fault-description.js';
import type { Logger } from './log.js';
import type { Metrics, OperationKind, Outcome } from './metrics.js';
import { personalValues } from './personal-values.js';
import { DEADLINE_EXCEEDED } from './refusals.js';

/** One GraphQL request and what becomes of it, from its first byte to the end of its answer. */
export interface Exchange {
  readonly requestId: string;
  /** Milliseconds of the monotonic clock. */
  readonly startedAt: number;
  readonly deadline: Deadline;
  readonly cachePolicy: CachePolicy;
  readonly degraded: Set<string>;
  readonly abort: AbortController;
  /** Anonymous until the token was read. */
  caller: Caller;
  operation: OperationKind;
  operationName: string | null;
  /** Null until somebody knows better than the status. */
  outcome: Outcome | null;
}

/** Opens the record of a request that may take this long: its work is told to stop when its time is over. */
export const openExchange = (requestId: string, deadlineMs: number): Exchange => {
  const startedAt = performance.now();
  const exchange: Exchange = {
    requestId,
    startedAt,
    deadline: openDeadline(startedAt, deadlineMs, () => {
      exchange.outcome ??= 'deadline';
      exchange.abort.abort(new Error(DEADLINE_EXCEEDED.message));
    }),
    cachePolicy: createCachePolicy(),
    degraded: new Set(),
    abort: new AbortController(),
    caller: ANONYMOUS,
    operation: 'none',
    operationName: null,
    outcome: null,
  };
  return exchange;
};

/** What writing faults needs. */
export interface FaultDependencies {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly newId: () => string;
}

/**
 * Writes a fault to the log and returns the id that joins it to the answer.
 * @param personal texts that must not be repeated in the log.
 */
export function logFault(
  { log, metrics, newId }: FaultDependencies,
  error: unknown,
  details: Readonly<Record<string, string>> = {},
  personal: readonly string[] = [],
): string {
  const errorId = newId();
  metrics.countFault();
  log.error({ errorId, ...details, fault: describeFault(error, personal) }, 'fault');
  return errorId;
}

/** The context that resolvers' own contexts are made from. */
export function baseContext(exchange: Exchange, body: unknown, now: Date, faults: FaultDependencies): BaseRequestContext {
  return {
    requestId: exchange.requestId,
    caller: exchange.caller,
    now,
    cachePolicy: exchange.cachePolicy,
    degraded: exchange.degraded,
    signal: exchange.abort.signal,
    isOver: () => exchange.abort.signal.aborted || performance.now() >= exchange.deadline.endsAt(),
    extendDeadline: (ms) => exchange.deadline.extend(ms),
    logFault(error, details) {
      const { customerId } = exchange.caller;
      const personal = [...personalValues(body), ...(customerId === null ? [] : [customerId])];
      return logFault(faults, error, { requestId: exchange.requestId, ...details }, personal);
    },
  };
}
