import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { answerPlugin } from './answer-plugin.js';
import { composeSupergraph } from './compose-supergraph.js';
import { dataSourceConfig } from './data-source.js';
import { loadDevDependency } from './dev-dependency.js';
import { gatewayContext, type GatewayContext } from './gateway-context.js';
import type { SubgraphSource } from './subgraph.js';

/** What a gateway needs. */
export interface GatewayOptions {
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly subgraphs: readonly SubgraphSource[];
  /** What the gateway proves itself with, to every subgraph. */
  readonly gatewayCredential: string;
  /** Adds routes beside /graphql, before the gateway listens: the playground. */
  readonly addRoutes?: (app: FastifyInstance) => void;
}

/** A gateway that is up. */
export interface RunningGateway {
  /** Of its front door; GraphQL is at `/graphql` below it. */
  readonly url: string;
  close(): Promise<void>;
}

const QUIET = { debug: () => {}, info: () => {}, warn: console.warn, error: console.warn };

/** @throws Error with every reason when the subgraphs do not compose. */
const supergraphOf = async (subgraphs: readonly SubgraphSource[]): Promise<string> => {
  const composed = await composeSupergraph(subgraphs);
  if (composed.errors === null) return composed.supergraphSdl;
  throw new Error(`The subgraphs do not compose:\n${composed.errors.join('\n')}`);
};

const serverOf = async (options: GatewayOptions, app: FastifyInstance): Promise<ApolloServer<GatewayContext>> => {
  // The gateway would look for cloud providers' metadata and send figures home at start; the demo talks to this machine only.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const { ApolloGateway, RemoteGraphQLDataSource } = await loadDevDependency('@apollo/gateway', () => import('@apollo/gateway'));
  const gateway = new ApolloGateway({
    supergraphSdl: await supergraphOf(options.subgraphs),
    logger: QUIET,
    buildService: ({ url = '' }) => new RemoteGraphQLDataSource<GatewayContext>(dataSourceConfig(url, options.gatewayCredential)),
  });
  return new ApolloServer<GatewayContext>({
    gateway,
    logger: QUIET,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app), answerPlugin],
  });
};

/**
 * Composes the subgraphs by their contracts and serves the supergraph over HTTP, by POST to /graphql.
 * @throws Error when the subgraphs do not compose, the development dependencies are missing, or the port is taken.
 */
export const startGateway = async (options: GatewayOptions): Promise<RunningGateway> => {
  const app = Fastify({ bodyLimit: 1_048_576, requestTimeout: 30_000 });
  const server = await serverOf(options, app);
  await server.start();
  app.get('/health/live', async () => ({ status: 'ok' }));
  options.addRoutes?.(app);
  app.route({
    method: 'POST',
    url: '/graphql',
    handler: fastifyApolloHandler(server, { context: async ({ headers }) => gatewayContext(headers, randomUUID) }),
  });
  const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port });
  return { url, close: () => server.stop() };
};
