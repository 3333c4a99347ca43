import { SignJWT } from 'jose';

import {
  DEMO_GATEWAY_CREDENTIAL,
  DEMO_JWT_AUDIENCE,
  DEMO_JWT_ISSUER,
  DEMO_JWT_SECRET,
  demoConfig,
  type Config,
} from '../../src/config.js';
import type { BaseRequestContext } from '../../src/server/context.js';
import { createServer, type Server, type ServerDependencies } from '../../src/server/create-server.js';
import { createLog } from '../../src/server/log.js';
import { createMetrics, type Metrics } from '../../src/server/metrics.js';
import { nothingSeen, tinySchema, type Seen } from './tiny-shop.js';

/** A tiny shop behind the real server, with everything that was logged. */
export interface Started {
  readonly server: Server;
  readonly seen: Seen;
  readonly metrics: Metrics;
  /** Lines of the log, as they were written. */
  readonly lines: string[];
  /** Sends a GraphQL request as the gateway would. */
  ask(query: string, options?: Ask): Promise<Answer>;
}

export interface Ask {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly path?: unknown[]; readonly extensions: Record<string, unknown> }[];
  readonly extensions: Record<string, unknown> | undefined;
}

export const GATEWAY = { 'x-gateway-credential': DEMO_GATEWAY_CREDENTIAL };
export const JSON_TYPE = { 'content-type': 'application/json' };

export interface StartOptions extends Partial<Omit<Config, 'mode'>> {
  readonly createContext?: ServerDependencies<BaseRequestContext>['createContext'];
  readonly readiness?: ServerDependencies<BaseRequestContext>['readiness'];
}

/** Starts the tiny shop without listening. */
export async function start({ createContext, readiness, ...overrides }: StartOptions = {}): Promise<Started> {
  const config = demoConfig({ schemaExposed: false, port: 0, ...overrides });
  const seen = nothingSeen();
  const lines: string[] = [];
  const metrics = createMetrics();
  let ids = 0;
  const server = await createServer<BaseRequestContext>({
    config,
    schema: tinySchema(seen, config.maxRepresentations),
    createContext: createContext ?? ((base) => base),
    readiness: readiness ?? (() => ({ ready: true, reasons: [] })),
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    metrics,
    now: () => new Date(),
    newId: () => `id-${(ids += 1)}-abcdefgh`,
  });
  const ask = async (query: string, { headers, ...body }: Ask = {}) =>
    answerOf(
      await server.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...GATEWAY, ...JSON_TYPE, ...headers },
        payload: JSON.stringify({ query, ...body }),
      }),
    );
  return { server, seen, metrics, lines, ask };
}

/** Reads an answer of `inject` or `fetch`. */
export function answerOf({ statusCode, headers, body }: { statusCode: number; headers: Record<string, unknown>; body: string }): Answer {
  const parsed = JSON.parse(body);
  return { status: statusCode, headers, text: body, data: parsed.data, errors: parsed.errors ?? [], extensions: parsed.extensions };
}

/** Signs a token that the demo's configuration accepts; claims of `undefined` are left out. */
export const signed = (claims: Record<string, unknown>, expires: string | number = '5m'): Promise<string> =>
  new SignJWT({ iss: DEMO_JWT_ISSUER, aud: DEMO_JWT_AUDIENCE, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expires)
    .sign(Buffer.from(DEMO_JWT_SECRET));
