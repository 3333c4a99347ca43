import { isObjectType, type GraphQLError, type GraphQLSchema } from 'graphql';

import { codedError } from './errors.js';

/** What a resolver of an entity gets as its parent: a checked key and nothing else that the client sent. */
export interface EntityReference {
  readonly __typename: string;
  readonly id: string;
}

/** Which entities may be asked for by key, and how many of them in one request. */
export interface EntityGuard {
  readonly types: readonly string[];
  readonly limit: number;
}

const MAX_ID_LENGTH = 128;

/**
 * Replaces the resolver of `Query._entities`, in place, and returns the schema. The client's representations are JSON that GraphQL does not
 * coerce, so each is checked by hand: a bad one is null in its own slot with an error of its own. More than `limit` of them, summed over
 * all `_entities` fields of a request, are refused before the first entity is resolved.
 */
export function guardEntities(schema: GraphQLSchema, guard: EntityGuard): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (field === undefined) throw new TypeError('guardEntities needs a federated schema: Query._entities is missing');
  assertEntities(schema, guard.types);
  const types = new Set(guard.types);
  const tallies = new WeakMap<object, { total: number }>();
  field.resolve = async (_source, args: { readonly representations: readonly unknown[] }, context: object) => {
    const tally = tallies.get(context) ?? { total: 0 };
    tallies.set(context, tally);
    tally.total += args.representations.length;
    // All root fields of a query are started before the first of them goes on: the sum is complete after this pause.
    await Promise.resolve();
    if (tally.total > guard.limit) throw tooMany(tally.total, guard.limit);
    return args.representations.map((representation) => readReference(representation, types));
  };
  return schema;
}

function assertEntities(schema: GraphQLSchema, types: readonly string[]): void {
  const unknown = types.filter((name) => !isObjectType(schema.getType(name)));
  if (unknown.length > 0) throw new TypeError(`guardEntities needs object types, but got: ${unknown.join(', ')}`);
}

const tooMany = (total: number, limit: number): GraphQLError =>
  codedError('REPRESENTATION_LIMIT', `${total} representations are asked for, at most ${limit} are answered at once`);

/** Reads one representation; GraphQL answers a returned error as null and one error in this slot. */
export function readReference(representation: unknown, types: ReadonlySet<string>): EntityReference | GraphQLError {
  const __typename = ownValue(representation, '__typename');
  if (typeof __typename !== 'string' || !types.has(__typename)) {
    return codedError('BAD_USER_INPUT', `A representation needs a __typename of ${[...types].join(' or ')}`);
  }
  const id = ownValue(representation, 'id');
  if (typeof id !== 'string' || id.length === 0 || id.length > MAX_ID_LENGTH) {
    return codedError('BAD_USER_INPUT', `A representation of ${__typename} needs an id: a string of 1 to ${MAX_ID_LENGTH} characters`);
  }
  return { __typename, id };
}

function ownValue(representation: unknown, key: string): unknown {
  if (typeof representation !== 'object' || representation === null || Array.isArray(representation)) return undefined;
  return Object.getOwnPropertyDescriptor(representation, key)?.value;
}
