import { decodeExact, isDoc, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { flagArgument } from './arguments.js';
import type { Request } from './context.js';

/** How many statements one write command may carry (MongoDB's limit). */
export const MAX_WRITE_BATCH = 100_000;

/** @throws CommandError InvalidLength */
export function checkSize(count: number): void {
  if (count < 1 || count > MAX_WRITE_BATCH) {
    throw new CommandError('InvalidLength', `Write batch sizes must be between 1 and ${String(MAX_WRITE_BATCH)}. Got ${String(count)} operations.`);
  }
}

/**
 * The statements of a write command, from its body or from a document sequence.
 * @throws CommandError InvalidLength, TypeMismatch
 */
export function statementsOf({ body, sequences }: Request, field: 'updates' | 'deletes'): Doc[] {
  const inBody: unknown = body[field];
  const statements: unknown[] = sequences.get(field)?.map(decodeExact) ?? (Array.isArray(inBody) ? inBody : []);
  checkSize(statements.length);
  return statements.map((statement) => {
    if (!isDoc(statement)) throw new CommandError('TypeMismatch', `BSON field '${field}' must hold objects`);
    return statement;
  });
}

/**
 * The documents of an insert, encoded.
 * @throws CommandError InvalidLength
 */
export function documentsOf({ body, sequences }: Request, encodeDoc: (doc: Doc) => Buffer): readonly Buffer[] {
  const inBody: unknown = body['documents'];
  const documents = sequences.get('documents') ?? (Array.isArray(inBody) ? inBody.filter(isDoc).map(encodeDoc) : []);
  checkSize(documents.length);
  return documents;
}

/** Runs statements in order; a refusal is noted with its index and, when `ordered`, ends the batch. @returns `writeErrors`, if any. */
export function runBatch<T>(command: string, body: Doc, statements: readonly T[], run: (statement: T, index: number) => void): { writeErrors?: Doc[] } {
  const ordered = flagArgument(command, body, 'ordered', true);
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof CommandError) || error.codeName === 'MaxTimeMSExpired') throw error;
      writeErrors.push({ index, code: error.code, ...error.details, errmsg: error.message });
      if (ordered) break;
    }
  }
  return writeErrors.length === 0 ? {} : { writeErrors };
}
