import { demoTokens } from '../../../src/demo/tokens.js';
import { ask, type HttpAnswer } from './ask.js';
import type { RunningProgram } from './running-program.js';
import type { Workplace } from './workplace.js';

const CREDENTIAL = 'e2e-gateway-credential-that-nobody-else-knows';
const SIGNING = { secret: 'e2e-jwt-secret-that-nobody-else-knows', issuer: 'https://shop.test', audience: 'tandem-e2e' };

/** A complete environment for `tandem serve` on a free port, with deadlines that a busy machine keeps. */
export const servingEnv = (dataDir: string): Readonly<Record<string, string>> => ({
  DATA_DIR: dataDir,
  PORT: '0',
  GATEWAY_CREDENTIALS: CREDENTIAL,
  JWT_SECRET: SIGNING.secret,
  JWT_ISSUER: SIGNING.issuer,
  JWT_AUDIENCE: SIGNING.audience,
  ID_SALT: 'e2e-salt-of-ids-0123456789',
  HOLDOUT_SALT: 'e2e-salt-of-the-holdout-0123456789',
  READ_DEADLINE_MS: '20000',
  REQUEST_DEADLINE_MS: '30000',
  REFRESH_INTERVAL_MS: '100',
  DRAIN_WAIT_MS: '0',
});

/** Tokens that such a server takes. */
export const servingTokens = () => demoTokens(SIGNING);

/** `tandem serve`, listening. */
export interface Serving {
  readonly program: RunningProgram;
  /** Without a path. */
  readonly url: string;
  /** Asks as the gateway, for a caller where a token is given. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, token?: string): Promise<HttpAnswer>;
  /** Status of a health route. */
  health(route: 'live' | 'ready'): Promise<number>;
}

/** Starts `tandem serve` and waits until it serves. */
export const startServing = async (workplace: Workplace, env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Serving> => {
  const program = workplace.start(['serve', ...args], env);
  const [, graphql = ''] = await program.said(/"url":"([^"]+)".*"serving"/);
  const url = new URL(graphql).origin;
  return {
    program,
    url,
    ask: (query, variables, token) =>
      ask(graphql, query, variables, {
        'x-gateway-credential': CREDENTIAL,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      }),
    health: async (route) => (await fetch(`${url}/health/${route}`)).status,
  };
};
