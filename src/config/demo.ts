import { DEFAULT_VERSIONS_KEPT } from '../domain/learning/model-history.js';
import { DEFAULT_HALF_LIVES } from '../domain/personalisation/profile-settings.js';
import { readCopyWriter } from './copy-writer.js';
import { givenIn, type Environment } from './given.js';
import { DEFAULT_WINDOW_DAYS } from './measurement.js';
import type { Config } from './shape.js';
import { ConfigError } from './problem.js';
import { readApproval } from './variables.js';

/** Well-known on purpose: the demo listens on loopback only and shows it on the terminal. */
export const DEMO_GATEWAY_CREDENTIAL = 'tandem-demo-gateway-credential-for-loopback-only';
/** Signs the demo's tokens with HS256. */
export const DEMO_JWT_SECRET = 'tandem-demo-jwt-secret-for-loopback-only';
/** The `iss` of the demo's tokens. */
export const DEMO_JWT_ISSUER = 'tandem-demo';
/** The `aud` of the demo's tokens. */
export const DEMO_JWT_AUDIENCE = 'tandem-demo';

const DEMO_SALT = 'tandem-demo-salt-not-secret';

/** What no real process may use. */
export const DEMO_SECRETS: readonly string[] = [DEMO_GATEWAY_CREDENTIAL, DEMO_JWT_SECRET, DEMO_SALT];

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * A configuration that needs no environment: everybody knows its credentials, so it listens on loopback only.
 * @throws ConfigError when an override would let others than this machine in.
 */
export function demoConfig(overrides: Partial<Omit<Config, 'mode'>> = {}): Config {
  const config: Config = { ...DEMO, ...overrides, mode: 'demo' };
  if (LOOPBACK.has(config.host)) return Object.freeze(config);
  throw new ConfigError([{ variable: 'HOST', message: 'must be loopback in demo mode: its credentials are well known' }]);
}

/**
 * What the demo heeds of the environment: how a shop approves, and its copy writer. Everything else of it is fixed.
 * @throws ConfigError naming every one of these variables that is wrong.
 */
export function demoChoices(env: Environment): Pick<Config, 'approvalBySecondPerson' | 'copyWriter'> {
  const approval = readApproval(env);
  const copyWriter = readCopyWriter(givenIn(env));
  const problems = [...approval.problems, ...copyWriter.problems];
  if (problems.length > 0) throw new ConfigError(problems);
  return { approvalBySecondPerson: approval.value, copyWriter: copyWriter.value };
}

const DEMO: Config = {
  mode: 'demo',
  production: false,
  mongodbUri: null,
  mongodbDatabase: 'tandem',
  dataDir: '.tandem',
  host: '127.0.0.1',
  port: 4001,
  gatewayCredentials: [DEMO_GATEWAY_CREDENTIAL],
  identity: {
    key: { kind: 'secret', secret: DEMO_JWT_SECRET },
    issuer: DEMO_JWT_ISSUER,
    audience: DEMO_JWT_AUDIENCE,
    algorithms: ['HS256'],
    customerClaim: 'sub',
  },
  consentDefault: 'denied',
  // A shop as small as the sample shop has to hold out many to tell anything. Who the examples speak of is not among them.
  holdoutShares: { CROSS_SELL: 0.2, PERSONALISATION: 0.2 },
  holdoutSalt: DEMO_SALT,
  idSalt: DEMO_SALT,
  complementsMaxAge: 60,
  readDeadlineMs: 2_000,
  requestDeadlineMs: 10_000,
  maxRepresentations: 500,
  maxInFlight: 200,
  refreshIntervalMs: 2_000,
  bodyLimitBytes: 1_024 * 1_024,
  schemaExposed: true,
  logLevel: 'info',
  interactionRetentionDays: 400,
  attributionWindowDays: DEFAULT_WINDOW_DAYS,
  profileHalfLives: DEFAULT_HALF_LIVES,
  modelVersionsKept: DEFAULT_VERSIONS_KEPT,
  approvalBySecondPerson: false,
  copyWriter: null,
  drainWaitMs: 0,
};
