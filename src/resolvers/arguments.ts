import type { GraphQLError } from 'graphql';

import { checkId } from '../domain/facts/check-text.js';
import type { Problem } from '../domain/facts/problem.js';
import { decodeCursor, START, type ListPosition } from '../domain/ranking/cursor.js';
import type { RecommendationFilter } from '../domain/ranking/filter.js';
import type * as Schema from '../generated/graphql.js';
import { codedError } from '../server/errors.js';

const MAX_ID_LENGTH = 128;
const MOST_FACETS = 50;

/** An argument that cannot be taken: the message names it. */
export const badArgument = (message: string): GraphQLError => codedError('BAD_USER_INPUT', message);

/** How many to return. Throws BAD_USER_INPUT outside 1 to `most`. */
export const readFirst = (first: number, most: number): number => {
  if (first < 1 || first > most) throw badArgument(`first must be 1 to ${String(most)}, got ${String(first)}`);
  return first;
};

/** Where the page begins. Throws BAD_USER_INPUT for a cursor that is none of ours. */
export const readAfter = (after: string | null | undefined): ListPosition => {
  if (after === null || after === undefined) return START;
  const position = decodeCursor(after);
  if (position === null) throw badArgument('after must be an endCursor of this list');
  return position;
};

/** One id. Throws BAD_USER_INPUT for one that is empty or too long. */
export const readId = (name: string, id: string): string => {
  if (id.length < 1 || id.length > MAX_ID_LENGTH)
    throw badArgument(`${name} must be an id of 1 to ${String(MAX_ID_LENGTH)} characters`);
  return id;
};

/** An id that facts are recorded under. Throws BAD_USER_INPUT for one that no fact can have. */
export const readFactId = (name: string, id: string): string => {
  const found: Problem[] = [];
  checkId(id, name, found);
  for (const { path, rule } of found) throw badArgument(`${path} ${rule}`);
  return id;
};

/** A list of ids without repeats, in the order given. Throws BAD_USER_INPUT for too many, naming the argument. */
export const readIds = (name: string, ids: readonly string[], most: number): readonly string[] => {
  if (ids.length > most) throw badArgument(`${name} may hold ${String(most)} ids at most, got ${String(ids.length)}`);
  return [...new Set(ids.map((id, index) => readId(`${name}[${String(index)}]`, id)))];
};

const readFacets = (name: string, values: readonly string[] | null | undefined): readonly string[] => {
  const facets = values ?? [];
  if (facets.length > MOST_FACETS)
    throw badArgument(`${name} may hold ${String(MOST_FACETS)} values at most, got ${String(facets.length)}`);
  return facets;
};

/** What a list is narrowed to. Throws BAD_USER_INPUT when it is too long or when its prices contradict each other. */
export const readFilter = (filter: Schema.RecommendationFilter | null | undefined): RecommendationFilter | null => {
  if (filter === null || filter === undefined) return null;
  const minPrice = filter.minPrice ?? null;
  const maxPrice = filter.maxPrice ?? null;
  if (minPrice !== null && maxPrice !== null && Number(minPrice) > Number(maxPrice))
    throw badArgument(`filter.minPrice ${minPrice} is above filter.maxPrice ${maxPrice}`);
  return {
    categoryIds: readFacets('filter.categoryIds', filter.categoryIds),
    brands: readFacets('filter.brands', filter.brands),
    minPrice,
    maxPrice,
  };
};
