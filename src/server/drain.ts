import { setTimeout as delay } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import type { InFlight } from './in-flight.js';
import type { Logger } from './log.js';

/** Leaving without a failed request: first from the load balancer's list, then from clients' connections, then from the process. */
export interface Drain {
  /** Whether the server said goodbye; readiness says so. */
  isDraining(): boolean;
  /** Runs once; a second call waits for the first. */
  drain(): Promise<void>;
}

const HARD_STOP_MS = 10_000;
const QUIET_MS = 250;
const LOOK_EVERY_MS = 25;

/**
 * Prepares the drain of a server.
 * @param waitMs how long load balancers get to notice.
 * @param hardStopMs how long what is under way gets to finish after that.
 */
export function createDrain(
  app: FastifyInstance,
  inFlight: InFlight,
  waitMs: number,
  log: Logger,
  hardStopMs: number = HARD_STOP_MS,
): Drain {
  let draining: Promise<void> | null = null;
  let goodbye = false;
  app.addHook('onSend', async (_request, reply) => {
    if (goodbye) reply.header('connection', 'close');
  });

  const leave = async (): Promise<void> => {
    log.info('draining');
    await delay(waitMs);
    goodbye = true;
    const stop = setTimeout(() => stopHard(app, inFlight, log), hardStopMs);
    await untilQuiet(inFlight, hardStopMs);
    await app.close();
    clearTimeout(stop);
    log.info('drained');
  };

  return {
    isDraining: () => draining !== null,
    drain() {
      draining ??= leave();
      return draining;
    },
  };
}

/** Clients that keep connections learn from their next answer to let go; closing under them would cost a request. */
async function untilQuiet(inFlight: InFlight, atMostMs: number): Promise<void> {
  const until = performance.now() + atMostMs;
  while (performance.now() < until && (inFlight.count() > 0 || inFlight.quietFor() < QUIET_MS)) await delay(LOOK_EVERY_MS);
}

function stopHard(app: FastifyInstance, inFlight: InFlight, log: Logger): void {
  log.warn({ requests: inFlight.count() }, 'drain took too long: closing what is left');
  inFlight.abortAll(new Error('The server stops'));
  app.server.closeAllConnections();
}
