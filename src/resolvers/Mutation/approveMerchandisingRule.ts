import { approveRule } from '../../domain/merchandising/changing/change-rule.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { ruleChangeOf, ruleDecisionAnswer } from '../rule-change.js';

export const approveMerchandisingRule: NonNullable<MutationResolvers['approveMerchandisingRule']> = async (_, { input }, context) => {
  const change = ruleChangeOf(context);
  const { id, version, note = null } = input;
  return ruleDecisionAnswer(await approveRule({ id, version, note }, change), context);
};
