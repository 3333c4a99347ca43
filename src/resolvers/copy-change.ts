import type { CopyChangeDependencies } from '../domain/copy/change-copy.js';
import type { CopyVariantRecord } from '../domain/copy/copy-variant.js';
import type { ChangeResult } from '../domain/merchandising/changing/failure.js';
import type { RequestContext } from '../server/request-context.js';
import { DECISION_FAILURES, failureAnswer } from './change-answer.js';
import { copyAnswer } from './copy-answer.js';
import { changingDecisions } from './merchandising-access.js';

/** What copy variants are called in messages. */
export const COPY_NOUN = 'copy variant';

/** What changing a copy variant needs, for a caller who may. Throws FORBIDDEN for one who may not. */
export const copyChangeOf = (context: RequestContext): CopyChangeDependencies => ({
  actor: changingDecisions(context),
  decisions: context.decisions,
  finder: context.finder,
  twoPersons: context.settings.twoPersons,
  newId: context.newId,
});

/** A variant that was saved; what was decided is in force here with the next request. */
export const copySaved = async (variant: CopyVariantRecord, context: RequestContext) => {
  await context.refresh();
  return { __typename: 'CopyVariantSaved' as const, variant: copyAnswer(variant) };
};

/** What became of a decision about a variant. */
export const copyDecisionAnswer = async (result: ChangeResult<CopyVariantRecord>, context: RequestContext) =>
  result.ok
    ? copySaved(result.value, context)
    : failureAnswer(result.failure, DECISION_FAILURES, { noun: COPY_NOUN });
