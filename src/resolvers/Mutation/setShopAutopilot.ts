import { setShopAutopilot as setAutopilot } from '../../domain/merchandising/changing/change-shop-autopilot.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { failureAnswer } from '../change-answer.js';
import { changingDecisions } from '../merchandising-access.js';
import { shopAutopilotAnswer } from '../policy-answer.js';

export const setShopAutopilot: NonNullable<MutationResolvers['setShopAutopilot']> = async (_, { input }, context) => {
  const actor = changingDecisions(context);
  const { autopilot, version = null, note = null } = input;
  const result = await setAutopilot({ autopilot, version, note }, { decisions: context.decisions, actor });
  if (!result.ok) return failureAnswer(result.failure, ['InvalidInputError', 'VersionConflictError'], { noun: 'autopilot' });
  await context.refresh();
  return { __typename: 'ShopAutopilotSaved', shop: shopAutopilotAnswer(result.value) };
};
