import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError, parse } from 'graphql';
import { createCallerReader } from '../../server/caller-token.js';
import { createCredentialCheck, GATEWAY_CREDENTIAL_HEADER } from '../../server/gateway-credential.js';
import type { IdentityConfig } from '../../config.js';
import type { Caller } from '../../domain/privacy/caller.js';

/** What the resolvers of a neighbour may know of a request. */
export interface NeighbourContext {
  readonly caller: Caller;
}

/** Resolvers by type and field. `__resolveReference` is given the representation and, in second place, the context. */
export type NeighbourResolvers = Readonly<
  Record<string, Readonly<Record<string, (parent: never, args: never, context: NeighbourContext) => unknown>>>
>;

/** Where and for whom a neighbour serves. */
export interface NeighbourOptions {
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** 0, a free one, unless told. */
  readonly port?: number;
  readonly gatewayCredential: string;
  readonly identity: IdentityConfig;
}

/** A neighbour's contract, what it answers, and for how long the answers may be kept. */
export interface Neighbour {
  readonly sdl: string;
  readonly resolvers: NeighbourResolvers;
  readonly cacheControl: string;
}

/** A subgraph that is up. */
export interface RunningSubgraph {
  /** Of its GraphQL endpoint. */
  readonly url: string;
  readonly sdl: string;
  close(): Promise<void>;
}

const serverOf = ({ sdl, resolvers, cacheControl }: Neighbour, drain: ReturnType<typeof fastifyApolloDrainPlugin>) =>
  new ApolloServer<NeighbourContext>({
    schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers } as Parameters<typeof buildSubgraphSchema>[0]),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      drain,
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ response, errors }) => {
            response.http.headers.set('cache-control', errors === undefined ? cacheControl : 'private, no-store');
          },
        }),
      },
    ],
  });

const refuseUnlessGateway = (credential: string) => {
  const isGateway = createCredentialCheck([credential]);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> =>
    isGateway(request.headers[GATEWAY_CREDENTIAL_HEADER]) ? undefined : reply.code(401).send({ error: 'Only the gateway may ask' });
};

/** Serves a neighbour over HTTP, for the gateway only. */
export const serveSubgraph = async (neighbour: Neighbour, options: NeighbourOptions): Promise<RunningSubgraph> => {
  const { host = '127.0.0.1', port = 0, gatewayCredential, identity } = options;
  const app = Fastify({ bodyLimit: 1_048_576, requestTimeout: 10_000 });
  const server = serverOf(neighbour, fastifyApolloDrainPlugin(app));
  const readCaller = createCallerReader(identity, () => new Date());
  await server.start();
  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: refuseUnlessGateway(gatewayCredential),
    handler: fastifyApolloHandler(server, {
      context: async ({ headers }) => {
        const reading = await readCaller(headers.authorization);
        if (reading.kind === 'known') return { caller: reading.caller };
        throw new GraphQLError('The token is not valid', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
      },
    }),
  });
  const address = await app.listen({ host, port });
  return { url: `${address}/graphql`, sdl: neighbour.sdl, close: () => server.stop() };
};
