import { createHash } from 'node:crypto';
import type { RuleProblem } from './rule-problems.js';
import { textRule } from './written-text.js';

const ID_BYTES = 16;
const LONGEST_KEY = 128;

/** Problems of an idempotency key; none without one. */
export const checkIdempotencyKey = (idempotencyKey: string | null): readonly RuleProblem[] => {
  const message = idempotencyKey === null ? null : textRule(idempotencyKey, LONGEST_KEY);
  return message === null ? [] : [{ path: 'idempotencyKey', message }];
};

/**
 * The id of what an actor creates with an idempotency key: the same actor and key name the same thing for ever (128 bits of SHA-256,
 * 22 base64url characters). `prefix` says what it is: "rule" makes `rule-…`.
 */
export const createdId = (prefix: string, by: string, idempotencyKey: string): string => {
  const digest = createHash('sha256').update(JSON.stringify([prefix, by, idempotencyKey])).digest();
  return `${prefix}-${digest.subarray(0, ID_BYTES).toString('base64url')}`;
};
