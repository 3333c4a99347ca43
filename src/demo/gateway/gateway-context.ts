/** What the gateway carries through one request. */
export interface GatewayContext {
  readonly authorization: string | null;
  readonly requestId: string;
  /** Cache-Control of every answer of a subgraph so far; null where there was none. */
  readonly cacheControls: (string | null)[];
  /** What the subgraphs did without. */
  readonly degraded: Set<string>;
}

const PLAIN_ID = /^[\w-]{8,64}$/;

/** The context of a request: its id is the client's where that is a plain one, else a new one. */
export const gatewayContext = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  newId: () => string,
): GatewayContext => {
  const given = headers['x-request-id'];
  const authorization = headers['authorization'];
  return {
    authorization: typeof authorization === 'string' ? authorization : null,
    requestId: typeof given === 'string' && PLAIN_ID.test(given) ? given : newId(),
    cacheControls: [],
    degraded: new Set(),
  };
};
