import { ruleProblems } from '../../domain/merchandising/changing/rule-problems.js';
import type { RuleWording } from '../../domain/merchandising/changing/rule-contents.js';
import { tidyWording } from '../../domain/merchandising/changing/rule-contents.js';
import { NEW_RULE_ID } from '../../domain/what-if/draft.js';
import { previewRule as preview } from '../../domain/what-if/preview-rule.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { ArgumentError } from '../../server/errors.js';
import type { RequestContext } from '../../server/request-context.js';
import { orUnavailable } from '../answer.js';
import { badArgument, readFirst, readId, readIds } from '../arguments.js';
import { problemAnswers } from '../change-answer.js';
import { readingDecisions } from '../merchandising-access.js';
import { previewAnswer } from '../preview-answer.js';
import { ruleWordingOf } from '../rule-wording.js';
import { WHAT_IF_WEIGHT } from '../what-if-weight.js';

const checked = (draft: RuleWording, id: string): RuleWording => {
  const problems = ruleProblems({ ...draft, id, state: 'DRAFT' });
  if (problems.length > 0) throw new ArgumentError(problemAnswers(problems, { noun: 'rule', contents: 'draft' }));
  return tidyWording(draft);
};

const replacedId = async (replaces: string, { decisions }: RequestContext): Promise<string> => {
  const id = readId('replaces', replaces);
  if (!(await decisions.read({ ruleIds: [id] })).rules.has(id)) throw badArgument('replaces names no rule');
  return id;
};

export const previewRule: NonNullable<QueryResolvers['previewRule']> = async (_, args, context) => {
  readingDecisions(context);
  const { replaces = null, placement = null, at = null } = args;
  const request = {
    draft: checked(ruleWordingOf(args.draft), replaces ?? NEW_RULE_ID),
    replaces: replaces === null ? null : await replacedId(replaces, context),
    anchorIds: readIds('anchorIds', args.anchorIds ?? [], 20),
    placement,
    at,
    first: readFirst(args.first, 24),
  };
  return previewAnswer(await orUnavailable(() => preview(request, { ...context.lanes(WHAT_IF_WEIGHT), finder: context.finder })));
};
