/** MongoDB's numbers for the errors this store can answer with; the name is sent as `codeName`. */
export const ERROR_CODES = {
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  DottedFieldName: 57,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  OperationFailed: 96,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  NotImplemented: 238,
  InterruptedAtShutdown: 11600,
  DuplicateKey: 11000,
  BSONObjectTooLarge: 10334,
  OutOfDiskSpace: 14031,
  Location31249: 31249,
  Location31253: 31253,
  Location31254: 31254,
  Location40324: 40324,
  Location40352: 40352,
  IDLFailedToParse: 40414,
  IDLUnknownField: 40415,
  InvalidLength: 16,
} as const;

/** One of the error names that MongoDB's drivers know. */
export type ErrorName = keyof typeof ERROR_CODES;

/** A refusal that is sent to the client as MongoDB would send it. `details` are extra reply fields, such as `keyPattern`. */
export class CommandError extends Error {
  readonly codeName: ErrorName;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(codeName: ErrorName, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'CommandError';
    this.codeName = codeName;
    this.details = details;
  }

  /** MongoDB's number for this error. */
  get code(): number {
    return ERROR_CODES[this.codeName];
  }
}

/** The body of a failed command's reply. */
export function errorReply(error: CommandError): Record<string, unknown> {
  return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details };
}
