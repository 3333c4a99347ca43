import type { Problem } from './problem.js';

/** Variables of earlier releases, and what became of them: one that is still set must not be passed over in silence. */
const RENAMED: Readonly<Record<string, string>> = {
  HOLDOUT_SHARE: 'is now two, one for each lane: HOLDOUT_SHARE_CROSS_SELL and HOLDOUT_SHARE_PERSONALISATION',
};

/** What is set under a name that is no longer read. */
export const renamedProblems = (env: Readonly<Record<string, string>>): readonly Problem[] =>
  Object.entries(RENAMED).flatMap(([variable, message]) => (env[variable] === undefined ? [] : [{ variable, message }]));
