import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import type { Config } from '../config.js';
import type { Refusal } from './errors.js';
import { logFault, type FaultDependencies } from './exchange.js';
import { createCredentialCheck, GATEWAY_CREDENTIAL_HEADER } from './gateway-credential.js';
import { BODY_TOO_LARGE, BROKEN_BODY, methodNotAllowed, NO_SUCH_ROUTE, NOT_JSON, refuse, UNAUTHENTICATED } from './refusals.js';

const SANE_ID = /^[\w.-]{8,64}$/;
const UPLOAD_MS = 10_000;

/** What may be asked of each path; used to tell a wrong method from a wrong path. */
export const ROUTES: ReadonlyMap<string, string> = new Map([
  ['/graphql', 'POST'],
  ['/health/live', 'GET'],
  ['/health/ready', 'GET'],
  ['/metrics', 'GET'],
]);

/** Makes the HTTP server without routes: only the gateway gets in, only JSON is read, and every answer is JSON and not kept. */
export function createHttp(config: Config, faults: FaultDependencies): FastifyInstance {
  const isGateway = createCredentialCheck(config.gatewayCredentials);
  const admits = (request: FastifyRequest): boolean => isGateway(request.headers[GATEWAY_CREDENTIAL_HEADER]);
  const app = fastify({
    logger: false,
    bodyLimit: config.bodyLimitBytes,
    requestTimeout: UPLOAD_MS,
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: ({ headers }) => saneId(headers['x-request-id']) ?? faults.newId(),
    frameworkErrors: (_error, request, reply) => {
      refuse(reply, admits(request) ? BROKEN_BODY : UNAUTHENTICATED);
    },
  });
  app.decorateRequest('exchange', null);
  readOnlyJson(app);
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    if (request.routeOptions.config.open !== true && !admits(request)) return refuse(reply, UNAUTHENTICATED);
    return undefined;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
  });
  app.setNotFoundHandler((request, reply) => refuse(reply, missing(request)));
  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, request, reply, faults));
  return app;
}

const saneId = (given: string | string[] | undefined): string | null =>
  typeof given === 'string' && SANE_ID.test(given) ? given : null;

/** The content type was judged before; one parser for all leaves no second one to slip into. */
function readOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
}

function missing(request: FastifyRequest): Refusal {
  const allow = ROUTES.get(request.url.split('?', 1)[0] ?? '');
  return allow === undefined ? NO_SUCH_ROUTE : methodNotAllowed(allow);
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, faults: FaultDependencies): FastifyReply {
  if (error.statusCode === 413) return refuse(reply, BODY_TOO_LARGE);
  if (error.statusCode === 415) return refuse(reply, NOT_JSON);
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, BROKEN_BODY);
  const errorId = logFault(faults, error, { requestId: request.id });
  return refuse(reply, { status: 500, code: 'INTERNAL', message: 'Internal error', errorId });
}
