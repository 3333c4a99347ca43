import { setPlacementPolicy as setPolicy } from '../../domain/merchandising/changing/change-policy.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { failureAnswer } from '../change-answer.js';
import { changingDecisions } from '../merchandising-access.js';
import { policyAnswer } from '../policy-answer.js';
import { placementName } from '../rule-wording.js';

export const setPlacementPolicy: NonNullable<MutationResolvers['setPlacementPolicy']> = async (_, { input }, context) => {
  const actor = changingDecisions(context);
  const change = {
    lane: input.lane,
    placement: placementName(input.placement),
    version: input.version ?? null,
    autopilot: input.autopilot ?? null,
    learnedShareCap: input.learnedShareCap ?? null,
    sameGroupCap: input.sameGroupCap ?? null,
    atLeast: input.atLeast ?? null,
    fallback: input.fallback ?? null,
    diversity: input.diversity ?? null,
  };
  const result = await setPolicy(change, { decisions: context.decisions, actor });
  if (!result.ok) return failureAnswer(result.failure, ['InvalidInputError', 'VersionConflictError'], { noun: 'policy' });
  await context.refresh();
  return { __typename: 'PlacementPolicySaved', policy: policyAnswer(result.value) };
};
