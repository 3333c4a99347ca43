import type { QueryResolvers } from '../../generated/graphql.js';
import { readingDecisions } from '../merchandising-access.js';
import { shopAutopilotAnswer } from '../policy-answer.js';

export const shopAutopilot: NonNullable<QueryResolvers['shopAutopilot']> = async (_, __, context) => {
  readingDecisions(context);
  return shopAutopilotAnswer(await context.decisions.shopAutopilot());
};
