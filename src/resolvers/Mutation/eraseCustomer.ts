import { checkId } from '../../domain/facts/check-text.js';
import type { Problem } from '../../domain/facts/problem.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import type { RequestContext } from '../../server/request-context.js';
import { invalidInput } from '../invalid-input.js';
import { removingDataOf } from '../privacy-access.js';

/** Nobody waits for it, and nobody is told if it fails but the log: learning does it again. */
const reclaimInBackground = ({ erasures, logFault }: RequestContext): void => {
  erasures.reclaim().catch((error: unknown) => logFault(error, { undone: 'giving back the space of what was erased' }));
};

export const eraseCustomer: NonNullable<MutationResolvers['eraseCustomer']> = async (_, { input }, context) => {
  removingDataOf(input.customerId, context);
  const problems: Problem[] = [];
  const customerId = checkId(input.customerId, 'customerId', problems);
  if (problems.length > 0) return invalidInput(problems);
  const receipt = await context.erasures.erase(customerId, context.now);
  reclaimInBackground(context);
  return { __typename: 'ErasureReceipt', ...receipt };
};
