import { ObjectId } from 'bson';
import type { Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { conjuncts, type Filter } from '../query/filter.js';
import { MISSING } from '../query/order-key.js';
import { applyChange, withIdFirst } from './apply.js';
import { setAt, valueAt } from './place.js';
import type { Change } from './statement.js';

function seedFrom(filter: Filter, idOnly: boolean): Doc {
  const seed: Doc = {};
  for (const part of conjuncts(filter)) {
    if (part.kind !== 'eq' || (idOnly && part.path[0] !== '_id')) continue;
    const name = part.path.join('.');
    if (valueAt(seed, part.path) !== MISSING) {
      throw new CommandError('NotSingleValueField', `cannot infer query fields to set, path '${name}' is matched twice`);
    }
    setAt(seed, part.path, structuredCopy(part.value));
  }
  return seed;
}

// Later actions may write into a sub-document that came from the query.
function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, structuredCopy(field)]));
}

/**
 * The document that an upsert without a match inserts: the query's equalities, then the change, `_id` first and made up where neither
 * gives one.
 */
export function upsertedDocument(filter: Filter, change: Change): Doc {
  const doc = applyChange(seedFrom(filter, change.kind === 'replace'), change, true);
  return withIdFirst(Object.hasOwn(doc, '_id') ? doc['_id'] : new ObjectId(), doc);
}
