import { hasScope } from '../domain/privacy/caller.js';
import { codedError } from '../server/errors.js';
import type { RequestContext } from '../server/request-context.js';

type Access = Pick<RequestContext, 'caller' | 'cachePolicy' | 'extendDeadline'>;

/** An analyst asks about months or years, and would rather wait than ask again. */
const PATIENCE_MS = 15_000;

/** How the shop fares is for its own analysts, and never kept by a cache. Throws FORBIDDEN, before anything is read. */
export const readingReports = ({ caller, cachePolicy, extendDeadline }: Access): void => {
  cachePolicy.forbid();
  if (!hasScope(caller, 'reports:read')) throw codedError('FORBIDDEN', 'Only with the scope reports:read');
  extendDeadline(PATIENCE_MS);
};
