import { isSelfOr, type Scope } from '../domain/privacy/caller.js';
import { LaneUnavailable } from '../domain/serving/unavailable.js';
import { codedError } from '../server/errors.js';
import type { RequestContext } from '../server/request-context.js';

/** Runs a use case of a lane: that nothing could be read is an expected failure, with a code of its own. */
export const orUnavailable = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof LaneUnavailable)
      throw codedError('STORE_UNAVAILABLE', `${error.message}: ${error.unreadable.join(', ')}`);
    throw error;
  }
};

/** Until a rule comes into force or ends, and no longer than the shop's setting: nobody is shown a campaign that is over because a cache kept it. */
const publicSeconds = ({ lanes, now, settings }: RequestContext): number => {
  const edge = lanes(0).snapshot.rules.nextEdge(now);
  const untilEdge = edge === null ? Infinity : Math.floor((edge.getTime() - now.getTime()) / 1000);
  return Math.min(settings.complementsMaxAge, untilEdge);
};

/** Answers what is the same for every shopper: shared caches may keep it unless something was done without. */
export const answerPublic = async <T>(context: RequestContext, run: () => Promise<T>): Promise<T> => {
  const answer = await orUnavailable(run);
  if (context.degraded.size === 0) context.cachePolicy.allowPublic(publicSeconds(context));
  return answer;
};

/**
 * Answers what is a customer's own: nobody may keep it, and only the customer or a caller with the scope may ask. Customers who
 * belong to somebody else and customers who do not exist are refused alike, before anything is read.
 */
export const answerPrivate = async <T>(
  context: RequestContext,
  customerId: string,
  scope: Scope,
  run: () => Promise<T>,
): Promise<T> => {
  context.cachePolicy.forbid();
  if (!isSelfOr(context.caller, customerId, scope)) throw codedError('FORBIDDEN', 'Only for the customer, or with the scope ' + scope);
  return orUnavailable(run);
};
