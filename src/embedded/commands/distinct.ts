import { decodeExact } from '../bson/document.js';
import { namespaceOf } from '../engine/namespaces.js';
import { select } from '../engine/select.js';
import { CommandError } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { EMPTY_ARRAY, keyOf, MISSING } from '../query/order-key.js';
import { spreadValues } from '../query/path.js';
import { allowFields, docArgument } from './arguments.js';
import type { CommandHandler } from './context.js';

const FIELDS = new Set(['distinct', 'key', 'query']);

/** `distinct`: the different values of a field, elements of arrays one by one, in the order in which they are met. */
export const distinct: CommandHandler = ({ body, database, store, deadline }) => {
  allowFields('distinct', body, FIELDS);
  const key = body['key'];
  if (typeof key !== 'string' || key === '') {
    throw new CommandError('TypeMismatch', 'BSON field \'distinct.key\' is the wrong type, expected type \'string\'');
  }
  const records = select(store.find(namespaceOf(database, body['distinct'])), { filter: parseFilter(docArgument('distinct', body, 'query')) }, deadline);
  const values = new Map<string, unknown>();
  for (const { raw } of records) {
    deadline.check();
    for (const value of spreadValues(decodeExact(raw), key.split('.'))) {
      if (value !== MISSING && value !== EMPTY_ARRAY && !values.has(keyOf(value))) values.set(keyOf(value), value);
    }
  }
  return { values: [...values.values()], ok: 1 };
};
