import type { QueryResolvers } from '../../generated/graphql.js';
import { askScorecard } from '../ask-scorecard.js';
import { readingReports } from '../reports-access.js';
import { crossSellScorecardAnswer } from '../scorecard-answer.js';
import { readQuestion } from '../scorecard-question.js';

export const crossSellScorecard: NonNullable<QueryResolvers['crossSellScorecard']> = async (_, args, context) => {
  readingReports(context);
  const question = readQuestion(args, args.placement);
  return crossSellScorecardAnswer(await askScorecard(context, async (from, signal) => from.crossSell(question, signal)));
};
