import { personalisationScorecardFor } from '../../domain/measurement/scorecards/personalisation-scorecard.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { readingReports } from '../reports-access.js';
import { personalisationScorecardAnswer } from '../scorecard-answer.js';
import { readQuestion } from '../scorecard-question.js';
import { unlessOver } from '../unless-over.js';

export const personalisationScorecard: NonNullable<QueryResolvers['personalisationScorecard']> = async (_, args, context) => {
  readingReports(context);
  return personalisationScorecardAnswer(await personalisationScorecardFor(readQuestion(args, args.surface), unlessOver(context)));
};
