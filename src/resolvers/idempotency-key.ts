import type { RuleProblem } from '../domain/merchandising/changing/rule-problems.js';

const LONGEST_KEY = 128;

/** What keeps an idempotency key from being used; nothing when there is none. */
export const keyProblems = (key: string | null | undefined): readonly RuleProblem[] =>
  key === null || key === undefined || (key.trim() !== '' && key.length <= LONGEST_KEY)
    ? []
    : [{ path: 'idempotencyKey', message: `must have 1 to ${String(LONGEST_KEY)} characters, or be null` }];
