import type { FastifyInstance } from 'fastify';

import type { Metrics } from './metrics.js';

/** Whether requests should be sent here, and why not. */
export interface Readiness {
  readonly ready: boolean;
  /** Short and free of secrets: everybody may read them. */
  readonly reasons: readonly string[];
}

/**
 * Adds what operators and load balancers ask: `/health/live` looks at nothing but the process, `/health/ready` at what serving needs,
 * `/metrics` answers in the Prometheus text format and, unlike health, to the gateway's credential only.
 */
export function addOperationsRoutes(app: FastifyInstance, readiness: () => Readiness, metrics: Metrics): void {
  app.get('/health/live', { config: { open: true } }, async () => ({ status: 'live' }));
  app.get('/health/ready', { config: { open: true } }, async (_request, reply) => {
    const { ready, reasons } = readiness();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', reasons });
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await metrics.render();
    return reply.header('content-type', contentType).send(text);
  });
}
