import { isDoc, numberOf, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { isArrayIndex } from '../query/path.js';
import type { KeyField } from '../query/sort.js';
import type { IndexSpec } from './collection-index.js';

const MAX_FIELDS = 32;
const KNOWN_OPTIONS = new Set(['key', 'name', 'unique', 'v', 'background']);
const MONGODB_OPTIONS = new Set([
  'partialFilterExpression', 'expireAfterSeconds', 'sparse', 'collation', 'hidden', 'weights',
  'default_language', 'language_override', 'textIndexVersion', '2dsphereIndexVersion', 'bits', 'min',
  'max', 'wildcardProjection', 'storageEngine', 'clustered', 'prepareUnique',
]);

function cannot(message: string): CommandError {
  return new CommandError('CannotCreateIndex', message);
}

function keyField(name: string, value: unknown): KeyField {
  const direction = numberOf(value);
  if (direction === undefined) {
    throw cannot(`the embedded store supports only ascending and descending indexes, not '${String(value)}' (field '${name}')`);
  }
  if (direction === 0 || Number.isNaN(direction)) throw cannot('Values in the index key pattern cannot be 0.');
  const path = name.split('.');
  if (path.includes('')) throw cannot('Index keys cannot be an empty field.');
  if (path.some((part) => part.startsWith('$') || isArrayIndex(part))) throw cannot(`the embedded store cannot index the path '${name}'`);
  return { name, path, descending: direction < 0 };
}

function checkOptions(index: Doc): void {
  for (const option of Object.keys(index)) {
    if (KNOWN_OPTIONS.has(option)) continue;
    if (MONGODB_OPTIONS.has(option)) throw cannot(`the embedded store does not support the index option '${option}'`);
    throw new CommandError('InvalidIndexSpecificationOption', `The field '${option}' is not valid for an index specification. Specification: ${JSON.stringify(index)}`);
  }
}

/**
 * Reads one element of `createIndexes.indexes`.
 * @throws CommandError CannotCreateIndex for kinds and options this store does not have, InvalidIndexSpecificationOption for unknown ones.
 */
export function parseIndexSpec(index: Doc): IndexSpec {
  checkOptions(index);
  const { key, name, unique } = index;
  if (!isDoc(key) || typeof name !== 'string' || name === '') {
    throw new CommandError('FailedToParse', 'The \'key\' and \'name\' fields are required properties of an index specification');
  }
  const fields = Object.entries(key).map(([field, direction]) => keyField(field, direction));
  if (fields.length === 0 || fields.length > MAX_FIELDS) throw cannot(`Index keys must have between 1 and ${String(MAX_FIELDS)} fields.`);
  return { name, fields, unique: unique === true || (numberOf(unique) ?? 0) !== 0 };
}
