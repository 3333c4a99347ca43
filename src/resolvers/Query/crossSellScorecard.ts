import { crossSellScorecardFor } from '../../domain/measurement/scorecards/cross-sell-scorecard.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { readingReports } from '../reports-access.js';
import { crossSellScorecardAnswer } from '../scorecard-answer.js';
import { readQuestion } from '../scorecard-question.js';
import { unlessOver } from '../unless-over.js';

export const crossSellScorecard: NonNullable<QueryResolvers['crossSellScorecard']> = async (_, args, context) => {
  readingReports(context);
  return crossSellScorecardAnswer(await crossSellScorecardFor(readQuestion(args, args.placement), unlessOver(context)));
};
