import { learnedPairs } from '../../domain/cross-sell/proposed-pairs.js';
import { decidePairs } from '../../domain/merchandising/changing/decide-pairs.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { failureAnswer } from '../change-answer.js';
import { changingDecisions } from '../merchandising-access.js';

export const decideProposedPairs: NonNullable<MutationResolvers['decideProposedPairs']> = async (_, { input }, context) => {
  const actor = changingDecisions(context);
  const { pairIds, decision, note = null } = input;
  const result = await decidePairs(
    { pairIds, decision, note },
    { decisions: context.decisions, actor, learned: (pairs) => learnedPairs(pairs, context.proposals(pairs.length)) },
  );
  if (!result.ok) return failureAnswer(result.failure, ['NotFoundError', 'InvalidInputError'], { noun: 'learned or decided pair' });
  await context.refresh();
  return { __typename: 'ProposedPairsDecided', decided: result.value.decided };
};
