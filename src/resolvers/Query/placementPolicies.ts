import type { QueryResolvers } from '../../generated/graphql.js';
import { readingDecisions } from '../merchandising-access.js';
import { everyPolicyAnswer } from '../policy-answer.js';

export const placementPolicies: NonNullable<QueryResolvers['placementPolicies']> = async (_, __, context) => {
  readingDecisions(context);
  return everyPolicyAnswer(await context.decisions.policies());
};
