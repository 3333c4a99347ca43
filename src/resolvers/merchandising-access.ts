import type { Actor } from '../domain/merchandising/changing/failure.js';
import { hasScope } from '../domain/privacy/caller.js';
import { codedError } from '../server/errors.js';
import { DEADLINE_EXCEEDED } from '../server/refusals.js';
import type { RequestContext } from '../server/request-context.js';

type Access = Pick<RequestContext, 'caller' | 'cachePolicy' | 'now' | 'isOver' | 'extendDeadline'>;

/** The deadline of a request is a shopper's. Somebody who looks through a shop's rules can wait, and would rather wait than lose an edit. */
const PATIENCE_MS = 5_000;

/** People's decisions are for the shop's own people, and never kept by a cache. Throws FORBIDDEN, before anything is read. */
export const readingDecisions = ({ caller, cachePolicy, extendDeadline }: Access): void => {
  cachePolicy.forbid();
  if (!hasScope(caller, 'merchandising:read') && !hasScope(caller, 'merchandising:write'))
    throw codedError('FORBIDDEN', 'Only with the scope merchandising:read or merchandising:write');
  extendDeadline(PATIENCE_MS);
};

/**
 * Who changes a decision, and when. Throws FORBIDDEN without the scope, and when the token does not say whom history is to name;
 * DEADLINE_EXCEEDED when the request has been answered already: of its other changes, none is begun any more.
 */
export const changingDecisions = ({ caller, cachePolicy, now, isOver, extendDeadline }: Access): Actor => {
  cachePolicy.forbid();
  if (!hasScope(caller, 'merchandising:write')) throw codedError('FORBIDDEN', 'Only with the scope merchandising:write');
  if (caller.subject === null)
    throw codedError('FORBIDDEN', 'The token does not say who acts: history needs its claim sub, 1 to 128 characters');
  if (isOver()) throw codedError('DEADLINE_EXCEEDED', DEADLINE_EXCEEDED.message);
  extendDeadline(PATIENCE_MS);
  return { by: caller.subject, at: now };
};
