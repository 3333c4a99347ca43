import { GraphQLError, isValueNode, type GraphQLFormattedError } from 'graphql';

import { ArgumentError, isPublicCode } from './errors.js';
import { isStoreFailure } from '../stores/store-failure.js';
import { hideForeignNames } from './schema-names.js';

/** Writes a fault to the log and returns the id that joins it to the answer. */
export type FaultLog = (error: unknown) => string;

const JUDGED_INPUT: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);

/**
 * Whether an error may be shown: it was made as a GraphQL error with a public code, by us or by the GraphQL machinery. A foreign error does
 * not become public by carrying a code of its own.
 */
export function isPublicError(error: unknown): error is GraphQLError {
  if (isArgumentError(error)) return true;
  if (!(error instanceof GraphQLError) || !isPublicCode(error.extensions['code'])) return false;
  return foreignCause(error) === null || isJudgedInput(error);
}

/**
 * What GraphQL finds wrong with an argument only when it runs a field, such as null from a variable where there is a default: it carries no
 * code, and is told from faults by pointing at a value in the document, which no resolver's error does.
 */
const isArgumentError = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError &&
  error.extensions['code'] === undefined &&
  error.originalError instanceof GraphQLError &&
  error.nodes !== undefined &&
  error.nodes.every(isValueNode);

/** The error that a resolver really threw. */
export const thrownBy = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError !== undefined ? error.originalError : error;

/**
 * Makes Apollo's `formatError`: public errors pass with their message and code, a store that is away says so, and anything else becomes
 * `Internal error` with an id.
 * @param faultId the id of a fault that was logged when it happened; logs it now otherwise.
 * @param schemaExposed whether messages may name parts of the schema that the client did not name itself.
 */
export function createErrorMask(faultId: FaultLog, schemaExposed: boolean) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (!isPublicError(error)) return isStoreFailure(thrownBy(error)) ? unavailable(formatted, faultId(error)) : masked(formatted, faultId(error));
    const { code = 'BAD_USER_INPUT', errorId } = error.extensions;
    const thrown = thrownBy(error);
    const message = withoutForeignMessage(formatted.message, error);
    return {
      ...formatted,
      message: schemaExposed || !JUDGED_INPUT.has(code) ? message : hideForeignNames(message, error.source?.body ?? ''),
      extensions: {
        code,
        ...(typeof errorId === 'string' ? { errorId } : {}),
        ...(thrown instanceof ArgumentError ? { problems: thrown.problems } : {}),
      },
    };
  };
}

const masked = ({ path }: GraphQLFormattedError, errorId: string): GraphQLFormattedError => ({
  message: 'Internal error',
  ...(path === undefined ? {} : { path }),
  extensions: { code: 'INTERNAL', errorId },
});

/** That the database is slow or away is no secret, and worth another try; the driver's words stay in the log. */
const unavailable = ({ path }: GraphQLFormattedError, errorId: string): GraphQLFormattedError => ({
  message: 'The store could not be reached in time; try again in a moment',
  ...(path === undefined ? {} : { path }),
  extensions: { code: 'STORE_UNAVAILABLE', errorId },
});

function foreignCause(error: GraphQLError): Error | null {
  const cause = error.originalError;
  return cause === undefined || cause instanceof GraphQLError ? null : cause;
}

/** Apollo marks what it judged itself by class; a scalar that threw a plain error is then the cause. */
const isJudgedInput = (error: GraphQLError): boolean => error.name === 'UserInputError' || error.name === 'ValidationError';

/** Messages about input end with the words of the scalar that refused it; only a GraphQL error is meant for clients. */
function withoutForeignMessage(message: string, error: GraphQLError): string {
  if (!isJudgedInput(error)) return message;
  let cause: Error | undefined = error.originalError;
  while (cause instanceof GraphQLError) cause = cause.originalError;
  return cause === undefined || cause.message === '' ? message : message.replaceAll(cause.message, '').trimEnd();
}
