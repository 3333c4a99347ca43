import type { Exchange } from './exchange.js';
import type { Logger } from './log.js';
import type { Metrics, Outcome } from './metrics.js';

const MAX_NAME = 64;

/** Makes what is done once per GraphQL request when it is over: one line in the log, one observation, and one count per store missed. */
export function createRequestRecord(log: Logger, metrics: Metrics): (exchange: Exchange, status: number) => void {
  return (exchange, status) => {
    const outcome = exchange.outcome ?? outcomeOfStatus(status);
    const ms = performance.now() - exchange.startedAt;
    metrics.observeRequest(exchange.operation, outcome, ms / 1_000);
    for (const store of exchange.degraded) metrics.countDegraded(store);
    log.info(
      {
        requestId: exchange.requestId,
        operation: exchange.operation,
        operationName: (exchange.operationName?.length ?? 0) > MAX_NAME ? null : exchange.operationName,
        status,
        ms: Math.round(ms * 10) / 10,
        outcome,
        ...(exchange.degraded.size === 0 ? {} : { degraded: [...exchange.degraded].sort() }),
      },
      'request',
    );
  };
}

function outcomeOfStatus(status: number): Outcome {
  if (status < 400) return 'ok';
  return status < 500 ? 'refused' : 'failed';
}
