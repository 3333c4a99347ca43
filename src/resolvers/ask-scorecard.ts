import { codedError } from '../server/errors.js';
import { DEADLINE_EXCEEDED } from '../server/refusals.js';
import type { RequestContext } from '../server/request-context.js';
import type { Scorecards } from '../server/scorecards.js';

/** Asks for one scorecard, for as long as the request lasts. Throws DEADLINE_EXCEEDED when it was over first, LIMIT_EXCEEDED as `scorecards` does. */
export const askScorecard = async <T>(
  { scorecards, signal }: Pick<RequestContext, 'scorecards' | 'signal'>,
  ask: (from: Scorecards, signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  try {
    return await ask(scorecards(), signal);
  } catch (error) {
    if (signal.aborted) throw codedError('DEADLINE_EXCEEDED', DEADLINE_EXCEEDED.message);
    throw error;
  }
};
