import { connect } from 'node:net';

/** A GraphQL answer over HTTP, as loose as JSON is. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into answers by path; a type for every query would say the same twice.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: Record<string, unknown> }[];
}

/** Sends one GraphQL request. */
export const ask = async (
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(60_000),
  });
  const body = (await response.json()) as Pick<HttpAnswer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...body };
};

/** The header that carries a caller's token. */
export const as = (token: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${token}` });

/** Whether something listens where this address points. */
export const isListening = (address: string): Promise<boolean> => {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
};
