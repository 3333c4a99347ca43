import type { Doc } from '../bson/document.js';
import { decodePlainFields } from '../bson/fields.js';
import { conjuncts, fieldsIn, type Filter } from '../query/filter.js';
import { matcherFor } from '../query/match.js';
import { sortKey, type KeyField } from '../query/sort.js';
import type { Collection } from './collection.js';
import type { StoredRecord } from './collection-index.js';
import type { Deadline } from './deadline.js';
import { planFor } from './planner.js';

/** Which documents are wanted. `limit` 0 means all. */
export interface Selection {
  readonly filter: Filter;
  readonly sort?: readonly KeyField[];
  readonly skip?: number;
  readonly limit?: number;
}

interface Found {
  readonly record: StoredRecord;
  readonly order: string;
}

function sorted(found: Found[]): StoredRecord[] {
  return found.sort((left, right) => (left.order < right.order ? -1 : left.order > right.order ? 1 : 0)).map(({ record }) => record);
}

function window(records: StoredRecord[], { skip = 0, limit = 0 }: Selection): StoredRecord[] {
  return skip === 0 && limit === 0 ? records : records.slice(skip, limit === 0 ? undefined : skip + limit);
}

/**
 * The records that satisfy a selection, in its order. The list is taken at once, so later changes do not disturb it.
 * @throws CommandError MaxTimeMSExpired
 */
export function select(collection: Collection | undefined, selection: Selection, deadline: Deadline): StoredRecord[] {
  if (collection === undefined) return [];
  const { filter, sort = [], skip = 0, limit = 0 } = selection;
  const conditions = conjuncts(filter);
  const plan = planFor(collection, conditions, sort);
  const matches = plan.exact || conditions.length === 0 ? undefined : matcherFor(filter);
  const ordered = sort.length === 0 || plan.sorted;
  const enough = ordered && limit > 0 ? skip + limit : Number.POSITIVE_INFINITY;
  const fields = new Set([...(matches === undefined ? [] : fieldsIn(filter)), ...(ordered ? [] : sort.flatMap(({ path }) => path.slice(0, 1)))]);
  const found: Found[] = [];
  for (const record of plan.candidates) {
    deadline.check();
    const doc: Doc | undefined = matches === undefined && ordered ? undefined : decodePlainFields(record.raw, fields);
    if (doc !== undefined && matches?.(doc) === false) continue;
    found.push({ record, order: ordered || doc === undefined ? '' : sortKey(doc, sort) });
    if (found.length >= enough) break;
  }
  return window(ordered ? found.map(({ record }) => record) : sorted(found), selection);
}
