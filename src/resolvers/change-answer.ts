import type { ChangeFailure } from '../domain/merchandising/changing/failure.js';
import type { RuleProblem } from '../domain/merchandising/changing/rule-problems.js';

/** How the parts of an input are named to whoever sent it. */
export interface InputNaming {
  /** What is changed, in a word: rule, pair, variant. */
  readonly noun: string;
  /** Where in the input the contents are: `rule` turns the path `slot` into `rule.slot`; empty where they are the input itself. */
  readonly contents?: string;
  /** Paths that are the input's own, beside the contents. */
  readonly own?: readonly string[];
}

const pathIn = ({ contents = '', own = [] }: InputNaming, path: string): string =>
  contents === '' || own.includes(path) ? path : `${contents}.${path}`;

/** Problems as the contract has them: the path from the input down, and a sentence that begins with it. */
export const problemAnswers = (problems: readonly RuleProblem[], naming: InputNaming) =>
  problems.map(({ path, message }) => {
    const whole = pathIn(naming, path);
    return { path: whole, message: `${whole} ${message}` };
  });

const answerOf = (failure: ChangeFailure, naming: InputNaming) => {
  switch (failure.kind) {
    case 'INVALID': {
      const problems = problemAnswers(failure.problems, naming);
      return { __typename: 'InvalidInputError' as const, message: problems.map(({ message }) => message).join('; '), problems };
    }
    case 'NOT_FOUND':
      return { __typename: 'NotFoundError' as const, message: `There is no ${naming.noun} with this id`, id: failure.id };
    case 'VERSION_CONFLICT':
      return {
        __typename: 'VersionConflictError' as const,
        message: `Somebody changed it since: version ${String(failure.currentVersion)} stands now; read it, and decide again`,
        currentVersion: failure.currentVersion,
      };
    case 'SECOND_PERSON_REQUIRED':
      return {
        __typename: 'SecondPersonRequiredError' as const,
        message: 'You edited it last, and this shop asks for two persons: somebody else has to approve it',
      };
    case 'KEY_REUSED':
      return {
        __typename: 'IdempotencyKeyReusedError' as const,
        message: 'This idempotency key was used before with other contents; take a new key for a new one',
      };
  }
};

/** What a decision about something that is reviewed may fail of. */
export const DECISION_FAILURES = ['InvalidInputError', 'NotFoundError', 'VersionConflictError', 'SecondPersonRequiredError'] as const;

type FailureAnswer = ReturnType<typeof answerOf>;
type FailureName = FailureAnswer['__typename'];

const isOneOf = <Name extends FailureName>(
  answer: FailureAnswer,
  names: readonly Name[],
): answer is Extract<FailureAnswer, { readonly __typename: Name }> => names.some((name) => name === answer.__typename);

/** An expected failure as a member of a mutation's union; throws for one that the contract does not foresee there, which is a fault. */
export const failureAnswer = <Name extends FailureName>(
  failure: ChangeFailure,
  names: readonly Name[],
  naming: InputNaming,
): Extract<FailureAnswer, { readonly __typename: Name }> => {
  const answer = answerOf(failure, naming);
  if (!isOneOf(answer, names)) throw new TypeError(`${answer.__typename} is not foreseen for a ${naming.noun}`);
  return answer;
};
