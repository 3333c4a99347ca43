import type { FastifyReply, FastifyRequest } from 'fastify';

import type { CallerReading } from './caller-token.js';
import { IDENTITY_UNAVAILABLE, NOT_JSON, OVERLOADED, refuse, UNAUTHENTICATED } from './refusals.js';
import { openExchange, type Exchange } from './exchange.js';
import type { InFlight } from './in-flight.js';
import type { Outcome } from './metrics.js';
import type { Refusal } from './errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on requests for GraphQL once the gateway's credential was accepted. */
    exchange: Exchange | null;
  }
  interface FastifyContextConfig {
    /** Answered without the gateway's credential. */
    open?: boolean;
  }
}

/** What admission needs. */
export interface AdmissionDependencies {
  readonly inFlight: InFlight;
  readonly requestDeadlineMs: number;
  readonly readCaller: (authorization: string | undefined) => Promise<CallerReading>;
  /** Called once when the exchange is over, with the status that was sent. */
  readonly onEnd: (exchange: Exchange, status: number) => void;
}

/** The one content type that runs; anything looser has been a way around checks before. */
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/**
 * The hooks that a GraphQL request passes before its body is read: a place among those under way, a JSON content type, a caller. The
 * request's time starts here.
 */
export function createAdmission(dependencies: AdmissionDependencies) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const exchange = openExchange(request.id, dependencies.requestDeadlineMs);
    request.exchange = exchange;
    const leave = dependencies.inFlight.enter(exchange.abort);
    watch(exchange, reply, leave, dependencies);
    if (leave === null) return turnAway(reply, exchange, 'overloaded', OVERLOADED);
    if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) return turnAway(reply, exchange, 'refused', NOT_JSON);
    const reading = await dependencies.readCaller(request.headers.authorization);
    if (reading.kind === 'refused') return turnAway(reply, exchange, 'unauthenticated', UNAUTHENTICATED);
    if (reading.kind === 'keys-unavailable') return turnAway(reply, exchange, 'failed', IDENTITY_UNAVAILABLE);
    exchange.caller = reading.caller;
    return undefined;
  };
}

function turnAway(reply: FastifyReply, exchange: Exchange, outcome: Outcome, refusal: Refusal): FastifyReply {
  exchange.outcome = outcome;
  return refuse(reply, refusal);
}

/** Ends the exchange when its answer is out or its client is gone. */
function watch(exchange: Exchange, reply: FastifyReply, leave: (() => void) | null, dependencies: AdmissionDependencies): void {
  reply.raw.once('close', () => {
    exchange.deadline.stop();
    leave?.();
    if (!reply.raw.writableEnded) {
      exchange.outcome = 'gone';
      exchange.abort.abort(new Error('The client is gone'));
    }
    dependencies.onEnd(exchange, reply.raw.statusCode);
  });
}
