import { isSelfOr } from '../domain/privacy/caller.js';
import { codedError } from '../server/errors.js';
import { DEADLINE_EXCEEDED } from '../server/refusals.js';
import type { RequestContext } from '../server/request-context.js';

type Access = Pick<RequestContext, 'caller' | 'cachePolicy' | 'isOver' | 'extendDeadline'>;

/** The deadline of a request is a shopper's. Who wants their data removed may have much of it, and would rather wait than ask again. */
const PATIENCE_MS = 20_000;

/**
 * Admits who removes a customer's data: the customer, or somebody with the scope. Throws FORBIDDEN before anything is read, the same for customers
 * there are, were and never were; DEADLINE_EXCEEDED when the request has been answered already: of its other changes, none is begun any more.
 */
export const removingDataOf = (customerId: string, { caller, cachePolicy, isOver, extendDeadline }: Access): void => {
  cachePolicy.forbid();
  if (!isSelfOr(caller, customerId, 'privacy:write')) throw codedError('FORBIDDEN', 'Only for the customer, or with the scope privacy:write');
  if (isOver()) throw codedError('DEADLINE_EXCEEDED', DEADLINE_EXCEEDED.message);
  extendDeadline(PATIENCE_MS);
};
