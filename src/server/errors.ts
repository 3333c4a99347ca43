import { GraphQLError } from 'graphql';

/** The closed list of codes that may leave the process; an error without one of them is masked. */
export const PUBLIC_CODES = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'NOT_RETAINED',
  'METHOD_NOT_ALLOWED',
  'UNSUPPORTED_MEDIA_TYPE',
  'PAYLOAD_TOO_LARGE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'REPRESENTATION_LIMIT',
  'LIMIT_EXCEEDED',
  'STORE_UNAVAILABLE',
  'IDENTITY_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'OVERLOADED',
] as const;
export type PublicCode = (typeof PUBLIC_CODES)[number];

const known: ReadonlySet<unknown> = new Set(PUBLIC_CODES);

/** Whether a code may leave the process. */
export const isPublicCode = (code: unknown): code is PublicCode => known.has(code);

/**
 * An error that reaches the client as it is: the message must hold nothing secret or personal.
 * @param errorId joins the answer to a fault already written to the log.
 */
export function codedError(code: PublicCode, message: string, errorId?: string): GraphQLError {
  return new GraphQLError(message, { extensions: errorId === undefined ? { code } : { code, errorId } });
}

/** One thing that is wrong with an argument, as the answer may show it. */
export interface ArgumentProblem {
  /** From the argument down: `draft.slot`. */
  readonly path: string;
  readonly message: string;
}

/** An argument that cannot be taken, for several reasons at once: the message holds them all, `extensions.problems` one by one. */
export class ArgumentError extends GraphQLError {
  readonly problems: readonly ArgumentProblem[];

  constructor(problems: readonly ArgumentProblem[]) {
    super(problems.map(({ message }) => message).join('; '), { extensions: { code: 'BAD_USER_INPUT' } });
    this.problems = problems.map(({ path, message }) => ({ path, message }));
  }
}

/** What the server answers without running GraphQL, in the shape that GraphQL clients expect. */
export interface Refusal {
  readonly status: number;
  readonly code: PublicCode | 'INTERNAL';
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly errorId?: string;
}

/** The JSON body of a refusal. */
export const refusalBody = ({ code, message, errorId }: Refusal) => ({
  errors: [{ message, extensions: errorId === undefined ? { code } : { code, errorId } }],
});
