import { createRule } from '../../domain/merchandising/changing/change-rule.js';
import { refused } from '../../domain/merchandising/changing/failure.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { failureAnswer } from '../change-answer.js';
import { keyProblems } from '../idempotency-key.js';
import { ruleChangeOf, ruleSaved } from '../rule-change.js';
import { ruleWordingOf } from '../rule-wording.js';

export const createMerchandisingRule: NonNullable<MutationResolvers['createMerchandisingRule']> = async (_, { input }, context) => {
  const change = ruleChangeOf(context);
  const { idempotencyKey = null, rule } = input;
  const problems = keyProblems(idempotencyKey);
  const result =
    problems.length > 0 ? refused({ kind: 'INVALID', problems }) : await createRule({ idempotencyKey, rule: ruleWordingOf(rule) }, change);
  if (result.ok) return ruleSaved(result.value, context);
  return failureAnswer(result.failure, ['InvalidInputError', 'IdempotencyKeyReusedError'], {
    noun: 'rule',
    contents: 'rule',
    own: ['idempotencyKey'],
  });
};
