import type { BaseContext, HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';

import type { Config } from '../config.js';
import { createAdmission } from './admission.js';
import { createApollo } from './apollo.js';
import { createCallerReader } from './caller-token.js';
import type { BaseRequestContext } from './context.js';
import { createDocumentGate } from './document-gate.js';
import { createDrain } from './drain.js';
import type { Exchange } from './exchange.js';
import { createGraphQLHandler } from './graphql-handler.js';
import { createHttp } from './http.js';
import { createInFlight } from './in-flight.js';
import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';
import { addOperationsRoutes, type Readiness } from './operations-routes.js';
import { createRequestRecord } from './request-record.js';

/** What a server is made of. Time and ids come from outside, so that tests can hold them. */
export interface ServerDependencies<C extends BaseRequestContext & BaseContext> {
  readonly config: Config;
  /** A federated schema, its entities guarded by `guardEntities`. */
  readonly schema: GraphQLSchema;
  /** Adds the resolvers' own parts; must pass on what is in `base` as it is. */
  readonly createContext: (base: BaseRequestContext) => C | Promise<C>;
  readonly readiness: () => Readiness;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** A server that does not listen yet. */
export interface Server {
  /** For `inject` in tests. */
  readonly app: FastifyInstance;
  /** Starts to listen and returns the address, without a path. */
  listen(): Promise<string>;
  /** Says goodbye, lets what is under way finish, and stops; may be called again. */
  drain(): Promise<void>;
}

/** Puts the server together: HTTP, the gateway's credential, callers, limits, GraphQL, health, metrics. */
export async function createServer<C extends BaseRequestContext & BaseContext>(
  dependencies: ServerDependencies<C>,
): Promise<Server> {
  const { config, schema, createContext, log, metrics, now, newId } = dependencies;
  const faults = { log, metrics, newId };
  const app = createHttp(config, faults);
  const inFlight = createInFlight(config.maxInFlight, metrics);
  const leaving = createDrain(app, inFlight, config.drainWaitMs, log);
  const exchanges = new WeakMap<HTTPGraphQLRequest, Exchange>();
  const apollo = createApollo<C>(schema, config.schemaExposed, exchanges, faults);
  await apollo.start();

  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: createAdmission({
      inFlight,
      requestDeadlineMs: config.requestDeadlineMs,
      readCaller: createCallerReader(config.identity, now),
      onEnd: createRequestRecord(log, metrics),
    }),
    handler: createGraphQLHandler({ apollo, exchanges, createContext, excessOf: createDocumentGate(), faults, now }),
  });
  const readiness = (): Readiness => (leaving.isDraining() ? { ready: false, reasons: ['draining'] } : dependencies.readiness());
  addOperationsRoutes(app, readiness, metrics);
  app.addHook('onClose', () => apollo.stop());
  await app.ready();

  return { app, listen: () => app.listen({ host: config.host, port: config.port }), drain: () => leaving.drain() };
}
