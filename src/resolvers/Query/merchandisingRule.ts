import type { QueryResolvers } from '../../generated/graphql.js';
import { readId } from '../arguments.js';
import { readingDecisions } from '../merchandising-access.js';
import { ruleAnswer } from '../rule-answer.js';

export const merchandisingRule: NonNullable<QueryResolvers['merchandisingRule']> = async (_, args, context) => {
  readingDecisions(context);
  const id = readId('id', args.id);
  const rule = (await context.decisions.read({ ruleIds: [id] })).rules.get(id);
  return rule === undefined ? null : ruleAnswer(rule);
};
