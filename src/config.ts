import { DEMO_SECRETS } from './config/demo.js';
import { readCopyWriter } from './config/copy-writer.js';
import { givenIn, type Environment } from './config/given.js';
import { readIdentity, type IdentityConfig } from './config/identity.js';
import type { Config } from './config/shape.js';
import { ConfigError, type Problem } from './config/problem.js';
import { renamedProblems } from './config/renamed.js';
import { parseVariables, type Variables } from './config/variables.js';

export { demoChoices, demoConfig } from './config/demo.js';
export {
  DEMO_GATEWAY_CREDENTIAL,
  DEMO_JWT_AUDIENCE,
  DEMO_JWT_ISSUER,
  DEMO_JWT_SECRET,
} from './config/demo.js';
export { ConfigError, type Problem } from './config/problem.js';
export type { Config } from './config/shape.js';
export { readApproval, readAttributionWindow, readProfileHalfLives } from './config/variables.js';
export type { IdentityConfig, IdentityKey } from './config/identity.js';

/**
 * Reads the environment of a real (not demo) process. An empty variable counts as unset.
 * @throws ConfigError naming every variable that is missing or wrong.
 */
export function loadConfig(env: Environment): Config {
  const given = givenIn(env);
  const { variables, problems } = parseVariables(given);
  const identity = readIdentity(given);
  const copyWriter = readCopyWriter(given);
  const apart = [...renamedProblems(given), ...demoSecretsIn(given), ...storeProblems(given)];
  const found = [...problems, ...identity.problems, ...copyWriter.problems, ...apart];
  if (variables === null || identity.value === null || found.length > 0) throw new ConfigError(found);
  return Object.freeze(assemble(variables, identity.value, copyWriter.value));
}

function demoSecretsIn(env: Readonly<Record<string, string>>): Problem[] {
  const isDemo = (value: string): boolean => DEMO_SECRETS.some((secret) => value.includes(secret));
  return ['GATEWAY_CREDENTIALS', 'JWT_SECRET', 'ID_SALT', 'HOLDOUT_SALT']
    .filter((variable) => isDemo(env[variable] ?? ''))
    .map((variable) => ({ variable, message: 'is the one of the demo, which everybody knows' }));
}

function storeProblems(env: Readonly<Record<string, string>>): Problem[] {
  const embedded = env['MONGODB_URI'] === undefined;
  const allowed = env['ALLOW_EMBEDDED_STORE'] === 'true';
  if (env['NODE_ENV'] !== 'production' || !embedded || allowed) return [];
  return [
    { variable: 'MONGODB_URI', message: 'is required in production (or set ALLOW_EMBEDDED_STORE=true for a small shop)' },
  ];
}

function assemble(variables: Variables, identity: IdentityConfig, copyWriter: Config['copyWriter']): Config {
  return {
    mode: 'serve',
    production: variables.NODE_ENV === 'production',
    mongodbUri: variables.MONGODB_URI ?? null,
    mongodbDatabase: variables.MONGODB_DATABASE,
    dataDir: variables.DATA_DIR,
    host: variables.HOST,
    port: variables.PORT,
    gatewayCredentials: variables.GATEWAY_CREDENTIALS,
    identity,
    consentDefault: variables.CONSENT_DEFAULT,
    holdoutShares: { CROSS_SELL: variables.HOLDOUT_SHARE_CROSS_SELL, PERSONALISATION: variables.HOLDOUT_SHARE_PERSONALISATION },
    holdoutSalt: variables.HOLDOUT_SALT,
    idSalt: variables.ID_SALT,
    complementsMaxAge: variables.COMPLEMENTS_MAX_AGE,
    readDeadlineMs: variables.READ_DEADLINE_MS,
    requestDeadlineMs: variables.REQUEST_DEADLINE_MS,
    maxRepresentations: variables.MAX_REPRESENTATIONS,
    maxInFlight: variables.MAX_IN_FLIGHT,
    refreshIntervalMs: variables.REFRESH_INTERVAL_MS,
    bodyLimitBytes: variables.BODY_LIMIT_KB * 1024,
    schemaExposed: variables.SCHEMA_EXPOSED,
    logLevel: variables.LOG_LEVEL,
    interactionRetentionDays: variables.INTERACTION_RETENTION_DAYS,
    attributionWindowDays: variables.ATTRIBUTION_WINDOW_DAYS,
    profileHalfLives: {
      purchaseHalfLifeDays: variables.PROFILE_PURCHASE_HALF_LIFE_DAYS,
      interestHalfLifeDays: variables.PROFILE_INTEREST_HALF_LIFE_DAYS,
    },
    modelVersionsKept: variables.MODEL_VERSIONS_KEPT,
    approvalBySecondPerson: variables.APPROVAL_BY_SECOND_PERSON,
    copyWriter,
    drainWaitMs: variables.DRAIN_WAIT_MS,
  };
}
