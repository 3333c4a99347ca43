import { updateRule } from '../../domain/merchandising/changing/change-rule.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { failureAnswer } from '../change-answer.js';
import { ruleChangeOf, ruleSaved } from '../rule-change.js';
import { ruleWordingOf } from '../rule-wording.js';

export const updateMerchandisingRule: NonNullable<MutationResolvers['updateMerchandisingRule']> = async (_, { input }, context) => {
  const change = ruleChangeOf(context);
  const { id, version, rule } = input;
  const result = await updateRule({ id, version, rule: ruleWordingOf(rule) }, change);
  if (result.ok) return ruleSaved(result.value, context);
  return failureAnswer(result.failure, ['InvalidInputError', 'NotFoundError', 'VersionConflictError'], {
    noun: 'rule',
    contents: 'rule',
  });
};
