import type { RuleChangeDependencies } from '../domain/merchandising/changing/change-rule.js';
import type { RuleRecord } from '../domain/merchandising/kept/decisions.js';
import type { ChangeResult } from '../domain/merchandising/changing/failure.js';
import { findWarnings } from '../domain/what-if/rule-warnings.js';
import type { RequestContext } from '../server/request-context.js';
import { DECISION_FAILURES, failureAnswer } from './change-answer.js';
import { changingDecisions } from './merchandising-access.js';
import { ruleAnswer } from './rule-answer.js';
import { WARNINGS_WEIGHT } from './what-if-weight.js';

/** What changing a rule needs, for a caller who may. Throws FORBIDDEN for one who may not. */
export const ruleChangeOf = (context: RequestContext): RuleChangeDependencies => ({
  actor: changingDecisions(context),
  decisions: context.decisions,
  twoPersons: context.settings.twoPersons,
  newId: context.newId,
  warningsOf: (contents) => findWarnings(contents, { ...context.lanes(WARNINGS_WEIGHT), finder: context.finder }),
});

/** A rule that was saved; what was decided is in force here with the next request. */
export const ruleSaved = async (rule: RuleRecord, context: RequestContext) => {
  await context.refresh();
  return { __typename: 'MerchandisingRuleSaved' as const, rule: ruleAnswer(rule) };
};

/** What became of a decision about a rule. */
export const ruleDecisionAnswer = async (result: ChangeResult<RuleRecord>, context: RequestContext) =>
  result.ok
    ? ruleSaved(result.value, context)
    : failureAnswer(result.failure, DECISION_FAILURES, { noun: 'rule' });
