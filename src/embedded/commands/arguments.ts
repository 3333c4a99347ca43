import { isDoc, numberOf, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';

const GENERIC = new Set(['$db', 'lsid', '$clusterTime', '$readPreference', 'comment', 'maxTimeMS', 'readConcern', 'writeConcern']);
const READ_CONCERNS: readonly unknown[] = ['local', 'available', 'majority'];

function mismatch(command: string, field: string, expected: string): CommandError {
  return new CommandError('TypeMismatch', `BSON field '${command}.${field}' is the wrong type, expected type '${expected}'`);
}

/**
 * Refuses fields a command does not understand: an ignored option would be a silent wrong answer.
 * @throws CommandError IDLUnknownField
 */
export function allowFields(place: string, fields: Doc, allowed: ReadonlySet<string>): void {
  const unknown = Object.keys(fields).find((field) => !allowed.has(field) && !GENERIC.has(field));
  if (unknown !== undefined) {
    throw new CommandError('IDLUnknownField', `BSON field '${place}.${unknown}' is an unknown field, or one that the embedded store does not support.`);
  }
}

/** Like `allowFields`, for statements and options inside a command, where the generic fields have no place. */
export function allowExactly(place: string, fields: Doc, allowed: ReadonlySet<string>): void {
  const unknown = Object.keys(fields).find((field) => !allowed.has(field));
  if (unknown !== undefined) {
    throw new CommandError('IDLUnknownField', `BSON field '${place}.${unknown}' is an unknown field, or one that the embedded store does not support.`);
  }
}

/** A document argument; empty where absent. @throws CommandError TypeMismatch */
export function docArgument(command: string, fields: Doc, field: string): Doc {
  const value = fields[field] ?? {};
  if (!isDoc(value)) throw mismatch(command, field, 'object');
  return value;
}

/** A whole number of at least 0; undefined where absent. @throws CommandError TypeMismatch, BadValue */
export function countArgument(command: string, fields: Doc, field: string): number | undefined {
  const value = fields[field];
  if (value === undefined || value === null) return undefined;
  const number = numberOf(value);
  if (number === undefined) throw mismatch(command, field, 'long');
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new CommandError('BadValue', `BSON field '${field}' value must be >= 0 and whole, actual value '${String(number)}'`);
  }
  return number;
}

/** A boolean (or number) argument. @throws CommandError TypeMismatch */
export function flagArgument(command: string, fields: Doc, field: string, absent: boolean): boolean {
  const value = fields[field];
  if (value === undefined) return absent;
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  if (number === undefined) throw mismatch(command, field, 'bool');
  return number !== 0;
}

/** Refuses read concerns that promise more than one process can give. @throws CommandError InvalidOptions */
export function checkReadConcern(body: Doc): void {
  const level = docArgument('command', body, 'readConcern')['level'];
  if (level !== undefined && !READ_CONCERNS.includes(level)) {
    throw new CommandError('InvalidOptions', `the embedded store does not support the read concern '${String(level)}'`);
  }
}

/** What a write concern asks for. */
export interface WriteConcern {
  /** Acknowledge only after the change is on the disk. */
  readonly durable: boolean;
}

/** Reads a write concern. @throws CommandError BadValue for more than this one server. */
export function writeConcernOf(body: Doc): WriteConcern {
  const concern = docArgument('command', body, 'writeConcern');
  const w = numberOf(concern['w']) ?? concern['w'] ?? 1;
  if (w !== 0 && w !== 1 && w !== 'majority') throw new CommandError('BadValue', 'cannot use \'w\' > 1 when a host is not replicated');
  return { durable: flagArgument('writeConcern', concern, 'j', false) || flagArgument('writeConcern', concern, 'fsync', false) };
}

/** Refuses transactions as a standalone MongoDB does. @throws CommandError IllegalOperation */
export function refuseTransaction(body: Doc): void {
  if ('txnNumber' in body || 'startTransaction' in body || 'autocommit' in body) {
    throw new CommandError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
  }
}
