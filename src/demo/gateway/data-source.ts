import type { RemoteGraphQLDataSource } from '@apollo/gateway';
import { GATEWAY_CREDENTIAL_HEADER } from '../../server/gateway-credential.js';
import type { GatewayContext } from './gateway-context.js';

type DataSourceConfig = Partial<RemoteGraphQLDataSource<GatewayContext>> & { readonly url: string };

const degradedOf = (extensions: unknown): readonly string[] => {
  if (typeof extensions !== 'object' || extensions === null || !('degraded' in extensions)) return [];
  const { degraded } = extensions;
  return Array.isArray(degraded) ? degraded.filter((store) => typeof store === 'string') : [];
};

/** How the gateway asks one subgraph: as itself, for the caller, and remembering what may be kept and what was done without. */
export const dataSourceConfig = (url: string, gatewayCredential: string): DataSourceConfig => ({
  url,
  honorSubgraphCacheControlHeader: false,
  willSendRequest: (options) => {
    const headers = options.request.http?.headers;
    headers?.set(GATEWAY_CREDENTIAL_HEADER, gatewayCredential);
    if (options.kind !== 'incoming operation') return;
    const { authorization, requestId } = options.context;
    if (authorization !== null) headers?.set('authorization', authorization);
    headers?.set('x-request-id', requestId);
  },
  didReceiveResponse: ({ response, context }) => {
    context.cacheControls.push(response.http?.headers.get('cache-control') ?? null);
    for (const store of degradedOf(response.extensions)) context.degraded.add(store);
    return response;
  },
});
