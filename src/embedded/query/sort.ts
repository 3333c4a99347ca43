import { numberOf, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { inverted, keyOf } from './order-key.js';
import { spreadValues, type Path } from './path.js';

/** One field of a sort or of an index. */
export interface KeyField {
  readonly name: string;
  readonly path: Path;
  readonly descending: boolean;
}

/**
 * Reads `{ field: 1 | -1, … }`.
 * @throws CommandError BadValue for any other direction.
 */
export function parseSort(spec: Doc): KeyField[] {
  return Object.entries(spec).map(([name, value]) => {
    const direction = numberOf(value);
    if (direction !== 1 && direction !== -1) {
      throw new CommandError('BadValue', `$sort key ordering must be 1 (for ascending) or -1 (for descending) (field '${name}')`);
    }
    if (name === '' || name.startsWith('$')) {
      throw new CommandError('BadValue', `FieldPath field names may not be empty or start with '$'. (sort field '${name}')`);
    }
    return { name, path: name.split('.'), descending: direction === -1 };
  });
}

/** A value's key as it stands in an index or sort on this field. */
export function directedKey(field: KeyField, key: string): string {
  return field.descending ? inverted(key) : key;
}

// An array sorts by its smallest element when ascending, by its largest when descending.
function fieldKey(doc: Doc, field: KeyField): string {
  const keys = spreadValues(doc, field.path).map(keyOf);
  const extreme = keys.reduce((best, key) => ((field.descending ? key > best : key < best) ? key : best));
  return directedKey(field, extreme);
}

/** The string by which a document is put in order. */
export function sortKey(doc: Doc, fields: readonly KeyField[]): string {
  return fields.map((field) => fieldKey(doc, field)).join('');
}
