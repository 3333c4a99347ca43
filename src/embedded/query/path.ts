import { isDoc, type Doc } from '../bson/document.js';
import { EMPTY_ARRAY, MISSING } from './order-key.js';

/** A dotted path, split. */
export type Path = readonly string[];

const ARRAY_INDEX = /^(0|[1-9][0-9]*)$/;

/** True for a path component that can name an array position. */
export function isArrayIndex(component: string): boolean {
  return ARRAY_INDEX.test(component);
}

function own(value: Doc, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : MISSING;
}

function* insideArray(array: readonly unknown[], path: Path, at: number): Generator<unknown> {
  const next = path[at];
  if (next === undefined) {
    yield* array;
    yield array;
    return;
  }
  for (const [position, element] of array.entries()) {
    const named = String(position) === next;
    if (isDoc(element)) yield* fromDocument(element, path, at);
    if (named && at === path.length - 1) yield element;
    else if (named && isDoc(element)) yield* fromDocument(element, path, at + 1);
    else if (named && Array.isArray(element)) yield* insideArray(element, path, at + 1);
  }
}

function* fromDocument(doc: Doc, path: Path, from: number): Generator<unknown> {
  let current: unknown = doc;
  for (let at = from; at < path.length; at += 1) {
    if (Array.isArray(current)) {
      yield* insideArray(current, path, at);
      return;
    }
    current = isDoc(current) ? own(current, path[at] ?? '') : MISSING;
    if (current === MISSING) break;
  }
  if (Array.isArray(current)) yield* insideArray(current, path, path.length);
  else yield current;
}

/**
 * The values a query condition on `path` is tried against, by MongoDB's rules: arrays on the way are searched, an array at the end
 * offers its elements and itself, and a missing field offers `MISSING` (which only null equals).
 */
export function candidateValues(doc: Doc, path: Path): unknown[] {
  const only = path.length === 1 ? own(doc, path[0] ?? '') : undefined;
  if (path.length === 1 && !Array.isArray(only)) return [only];
  return [...fromDocument(doc, path, 0)];
}

function* spread(value: unknown, path: Path, at: number): Generator<unknown> {
  const next = path[at];
  if (Array.isArray(value)) yield* spreadArray(value, path, at);
  else if (next === undefined) yield value;
  else if (isDoc(value) && Object.hasOwn(value, next)) yield* spread(value[next], path, at + 1);
  else yield MISSING;
}

function* spreadArray(array: readonly unknown[], path: Path, at: number): Generator<unknown> {
  const next = path[at];
  if (next === undefined) {
    if (array.length === 0) yield EMPTY_ARRAY;
    yield* array;
  } else if (isArrayIndex(next)) {
    const element: unknown = array[Number(next)];
    yield* element === undefined ? [MISSING] : spread(element, path, at + 1);
  } else {
    if (array.length === 0) yield MISSING;
    for (const element of array) yield* isDoc(element) ? spread(element, path, at) : [MISSING];
  }
}

/** The values an index, a sort or `distinct` sees at `path`: elements of arrays one by one, never the array itself. At least one. */
export function spreadValues(doc: Doc, path: Path): unknown[] {
  return [...spread(doc, path, 0)];
}
