import { HeaderMap, type ApolloServer, type BaseContext, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { BaseRequestContext } from './context.js';
import { baseContext, type Exchange, type FaultDependencies } from './exchange.js';
import { BROKEN_BODY, DEADLINE_EXCEEDED, limitExceeded, refuse } from './refusals.js';

/** What running GraphQL over HTTP needs. */
export interface GraphQLHandlerDependencies<C extends BaseRequestContext & BaseContext> {
  readonly apollo: ApolloServer<C>;
  readonly exchanges: WeakMap<HTTPGraphQLRequest, Exchange>;
  readonly createContext: (base: BaseRequestContext) => C | Promise<C>;
  readonly excessOf: (source: string) => string | null;
  readonly faults: FaultDependencies;
  readonly now: () => Date;
}

/** Makes the handler of `POST /graphql`: judges the document, runs it, and answers in any case when the request's time is over. */
export function createGraphQLHandler<C extends BaseRequestContext & BaseContext>(dependencies: GraphQLHandlerDependencies<C>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { body, exchange } = request;
    if (exchange === null) throw new TypeError('The GraphQL handler runs behind admission only');
    if (!isObject(body)) return refuse(reply, BROKEN_BODY);
    const excess = typeof body['query'] === 'string' ? dependencies.excessOf(body['query']) : null;
    if (excess !== null) return refuse(reply, limitExceeded(excess));
    const { signal } = exchange.abort;
    if (signal.aborted) return refuse(reply, DEADLINE_EXCEEDED);
    const answer = await Promise.race([run(dependencies, request, exchange), aborted(signal)]);
    return answer === null ? refuse(reply, DEADLINE_EXCEEDED) : send(reply, answer);
  };
}

const isObject = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

function run<C extends BaseRequestContext & BaseContext>(
  { apollo, exchanges, createContext, faults, now }: GraphQLHandlerDependencies<C>,
  request: FastifyRequest,
  exchange: Exchange,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  if (request.headers.accept !== undefined) headers.set('accept', request.headers.accept);
  const httpGraphQLRequest: HTTPGraphQLRequest = { method: 'POST', headers, search: '', body: request.body };
  exchanges.set(httpGraphQLRequest, exchange);
  return apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: async () => createContext(baseContext(exchange, request.body, now(), faults)),
  });
}

/** Null as soon as the signal is aborted. */
const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });

function send(reply: FastifyReply, { status, headers, body }: HTTPGraphQLResponse): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  return reply.code(status ?? 200).send(body.kind === 'complete' ? body.string : '');
}
