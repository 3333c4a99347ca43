import type { Problem } from '../domain/facts/problem.js';

/** What was wrong with an input, in the words of the contract. */
export const invalidInput = (problems: readonly Pick<Problem, 'path' | 'message'>[]) => ({
  __typename: 'InvalidInputError' as const,
  message: problems.map(({ message }) => message).join('; '),
  problems: problems.map(({ path, message }) => ({ path, message })),
});
