import { z } from 'zod';

import { DEFAULT_VERSIONS_KEPT, FEWEST_VERSIONS_KEPT, MOST_VERSIONS_KEPT } from '../domain/learning/model-history.js';
import { DEFAULT_HALF_LIVES, type ProfileHalfLives } from '../domain/personalisation/profile-settings.js';
import { DEFAULT_HOLDOUT_SHARE, DEFAULT_WINDOW_DAYS, LONGEST_WINDOW_DAYS } from './measurement.js';
import { givenIn, type Environment } from './given.js';
import type { Problem } from './problem.js';

const integer = (min: number, max: number, fallback: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message)
    .default(fallback);
};

const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((value) => value === 'true')
  .default(false);

const share = (fallback: number) =>
  z
    .string()
    .regex(/^(0|1|0?\.\d+|[01]\.\d+)$/, 'must be a number from 0 to 1')
    .transform(Number)
    .refine((value) => value <= 1, 'must be a number from 0 to 1')
    .default(fallback);

const salt = z
  .string('is required: a secret of at least 16 characters')
  .min(16, 'must have at least 16 characters');

const credentials = z
  .string('is required: one or more secrets of at least 32 characters, separated by commas')
  .transform((list) => list.split(',').map((credential) => credential.trim()))
  .refine((list) => list.every(isCredential), 'must be secrets of at least 32 printable characters each, separated by commas');

const isCredential = (text: string): boolean => /^[\x21-\x2b\x2d-\x7e]{32,256}$/.test(text);

/** Ten years: nothing is forgotten any more. */
const LONGEST_HALF_LIFE_DAYS = 3_650;

const variables = z.object({
  NODE_ENV: z.string().default('development'),
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must begin with mongodb:// or mongodb+srv://').optional(),
  MONGODB_DATABASE: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,63}$/, 'must be 1 to 63 letters, digits, underscores or dashes')
    .default('tandem'),
  DATA_DIR: z.string().default('.tandem'),
  ALLOW_EMBEDDED_STORE: flag,
  HOST: z.string().regex(/^[\w.:-]+$/, 'must be a host name or an address').default('127.0.0.1'),
  PORT: integer(0, 65_535, 4001),
  GATEWAY_CREDENTIALS: credentials,
  CONSENT_DEFAULT: z.enum(['denied', 'granted'], 'must be denied or granted').default('denied'),
  HOLDOUT_SHARE_CROSS_SELL: share(DEFAULT_HOLDOUT_SHARE),
  HOLDOUT_SHARE_PERSONALISATION: share(DEFAULT_HOLDOUT_SHARE),
  HOLDOUT_SALT: salt,
  ID_SALT: salt,
  COMPLEMENTS_MAX_AGE: integer(0, 86_400, 60),
  READ_DEADLINE_MS: integer(1, 60_000, 150),
  REQUEST_DEADLINE_MS: integer(1, 60_000, 800),
  MAX_REPRESENTATIONS: integer(1, 100_000, 500),
  MAX_IN_FLIGHT: integer(1, 100_000, 200),
  REFRESH_INTERVAL_MS: integer(100, 5_000, 2_000),
  BODY_LIMIT_KB: integer(1, 16_384, 1_024),
  SCHEMA_EXPOSED: flag,
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    )
    .default('info'),
  INTERACTION_RETENTION_DAYS: integer(1, 3_650, 400),
  PROFILE_PURCHASE_HALF_LIFE_DAYS: integer(1, LONGEST_HALF_LIFE_DAYS, DEFAULT_HALF_LIVES.purchaseHalfLifeDays),
  PROFILE_INTEREST_HALF_LIFE_DAYS: integer(1, LONGEST_HALF_LIFE_DAYS, DEFAULT_HALF_LIVES.interestHalfLifeDays),
  ATTRIBUTION_WINDOW_DAYS: integer(1, LONGEST_WINDOW_DAYS, DEFAULT_WINDOW_DAYS),
  MODEL_VERSIONS_KEPT: integer(FEWEST_VERSIONS_KEPT, MOST_VERSIONS_KEPT, DEFAULT_VERSIONS_KEPT),
  APPROVAL_BY_SECOND_PERSON: flag,
  DRAIN_WAIT_MS: integer(0, 60_000, 5_000),
});

/** The variables that stand alone, parsed. */
export type Variables = z.output<typeof variables>;

/** Parses every variable that can be judged by itself; null with at least one problem when any is wrong. */
export function parseVariables(env: Readonly<Record<string, string>>): {
  readonly variables: Variables | null;
  readonly problems: readonly Problem[];
} {
  const parsed = variables.safeParse(env);
  if (parsed.success) return { variables: parsed.data, problems: deadlineProblems(parsed.data) };
  const problems = parsed.error.issues.map(({ path, message }) => ({ variable: String(path[0]), message }));
  return { variables: null, problems };
}

/** What one variable says, or what is wrong with it. */
interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

const readOne = <T>(variable: string, schema: z.ZodType<T>, env: Environment, otherwise: T): Reading<T> => {
  const parsed = schema.safeParse(givenIn(env)[variable]?.trim());
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { value: otherwise, problems: parsed.error.issues.map(({ message }) => ({ variable, message })) };
};

/** Whether the shop asks for two persons, for those who read nothing else of the environment. */
export const readApproval = (env: Environment): Reading<boolean> =>
  readOne('APPROVAL_BY_SECOND_PERSON', variables.shape.APPROVAL_BY_SECOND_PERSON, env, false);

/** How many days after it was touched a list may be credited, for those who read nothing else of the environment. */
export const readAttributionWindow = (env: Environment): Reading<number> =>
  readOne('ATTRIBUTION_WINDOW_DAYS', variables.shape.ATTRIBUTION_WINDOW_DAYS, env, DEFAULT_WINDOW_DAYS);

/** How fast profiles forget, for those who read nothing else of the environment. */
export const readProfileHalfLives = (env: Environment): Reading<ProfileHalfLives> => {
  const { PROFILE_PURCHASE_HALF_LIFE_DAYS, PROFILE_INTEREST_HALF_LIFE_DAYS } = variables.shape;
  const { purchaseHalfLifeDays, interestHalfLifeDays } = DEFAULT_HALF_LIVES;
  const purchases = readOne('PROFILE_PURCHASE_HALF_LIFE_DAYS', PROFILE_PURCHASE_HALF_LIFE_DAYS, env, purchaseHalfLifeDays);
  const interest = readOne('PROFILE_INTEREST_HALF_LIFE_DAYS', PROFILE_INTEREST_HALF_LIFE_DAYS, env, interestHalfLifeDays);
  return {
    value: { purchaseHalfLifeDays: purchases.value, interestHalfLifeDays: interest.value },
    problems: [...purchases.problems, ...interest.problems],
  };
};

function deadlineProblems(values: Variables): Problem[] {
  if (values.READ_DEADLINE_MS < values.REQUEST_DEADLINE_MS) return [];
  return [{ variable: 'READ_DEADLINE_MS', message: 'must be less than REQUEST_DEADLINE_MS' }];
}
