import type { ApolloServerPlugin } from '@apollo/server';
import { NO_STORE, strictestCacheControl } from './cache-control.js';
import type { GatewayContext } from './gateway-context.js';

/** Passes on what the subgraphs said about their answers: how long they may be kept, and what they did without. */
export const answerPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, errors, contextValue }) => {
      const { cacheControls, degraded, requestId } = contextValue;
      const whole = errors === undefined && degraded.size === 0;
      response.http.headers.set('cache-control', whole ? strictestCacheControl(cacheControls) : NO_STORE);
      response.http.headers.set('x-request-id', requestId);
      if (response.body.kind !== 'single' || degraded.size === 0) return;
      const { singleResult } = response.body;
      singleResult.extensions = { ...singleResult.extensions, degraded: [...degraded].sort() };
    },
  }),
};
