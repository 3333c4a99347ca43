import type { QueryResolvers } from '../../generated/graphql.js';
import { askScorecard } from '../ask-scorecard.js';
import { readingReports } from '../reports-access.js';
import { personalisationScorecardAnswer } from '../scorecard-answer.js';
import { readQuestion } from '../scorecard-question.js';

export const personalisationScorecard: NonNullable<QueryResolvers['personalisationScorecard']> = async (_, args, context) => {
  readingReports(context);
  const question = readQuestion(args, args.surface);
  return personalisationScorecardAnswer(await askScorecard(context, async (from, signal) => from.personalisation(question, signal)));
};
