import { setTimeout as delay } from 'node:timers/promises';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, GraphQLScalarType, parse, type GraphQLSchema } from 'graphql';
import { MongoNetworkError, MongoServerError } from 'mongodb';

import type { BaseRequestContext } from '../../src/server/context.js';
import { guardEntities } from '../../src/server/entities.js';
import { ArgumentError, codedError } from '../../src/server/errors.js';

/** A secret that must never leave the process, in the words that a driver would use. */
export const CANARY = 'mongodb://root:canary-secret@db.internal:27017';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Instant
  type Query {
    hello(name: String): String
    me: Customer
    fail(kind: String!): String
    failHard(kind: String!): String!
    wait(ms: Int!): String
    at(instant: Instant!): String
    shelf(colour: Colour): Product
  }
  type Mutation { note(text: String!): String }
  enum Colour { BLUE CRIMSON }
  type Product @key(fields: "id") { id: ID! complements(first: Int): [Product!] brand: Brand }
  type Brand { label: String! }
  type Customer @key(fields: "id") { id: ID! personalisedPicks: [Product!] }
`);

/** What the tiny shop's resolvers saw. */
export interface Seen {
  /** Reads of the store that is not there. */
  reads: number;
  ids: unknown[];
  callers: (string | null)[];
  subjects: (string | null)[];
  scopes: string[][];
  aborted: number;
}

/** What has been seen before anything was asked. */
export const nothingSeen = (): Seen => ({ reads: 0, ids: [], callers: [], subjects: [], scopes: [], aborted: 0 });

/** Every way in which a resolver can fail, each with the canary in it. */
export const FAILURES: Readonly<Record<string, () => unknown>> = {
  'thrown error': () => {
    throw new Error(`cannot reach ${CANARY}`);
  },
  'rejected promise': () => Promise.reject(new Error(CANARY)),
  'returned error': () => new Error(CANARY),
  'thrown string': () => {
    throw CANARY;
  },
  'rejected object': () => Promise.reject({ uri: CANARY }),
  'type error': () => {
    throw new TypeError(`Invalid URL ${CANARY}`);
  },
  'error with a cause': () => {
    throw new Error('outer', { cause: new Error(CANARY) });
  },
  'aggregate error': () => {
    throw new AggregateError([new Error(CANARY)], CANARY);
  },
  'uncoded GraphQL error': () => {
    throw new GraphQLError(CANARY);
  },
  'GraphQL error with a foreign code': () => {
    throw new GraphQLError(CANARY, { extensions: { code: 'MONGO_DOWN' } });
  },
  'foreign error with a public code': () => {
    throw Object.assign(new Error(CANARY), { extensions: { code: 'BAD_USER_INPUT' } });
  },
  'public error with canary extensions': () => {
    throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN', uri: CANARY, stacktrace: [CANARY] } });
  },
  'public error with a canary cause': () => {
    throw new GraphQLError('no', { originalError: new Error(CANARY), extensions: { code: 'STORE_UNAVAILABLE' } });
  },
  'GraphQL error with HTTP headers': () => {
    throw new GraphQLError('no', { extensions: { code: 'MONGO_DOWN', uri: CANARY } });
  },
  'store that is away': () => {
    throw new MongoNetworkError(`connect ECONNREFUSED ${CANARY}`);
  },
  'store that refuses': () => {
    throw new MongoServerError({ message: CANARY, code: 11_000, errmsg: CANARY });
  },
  'argument with several problems': () => {
    throw new ArgumentError([
      Object.assign({ path: 'a', message: 'a is wrong' }, { uri: CANARY }),
      { path: 'b', message: 'b is missing' },
    ]);
  },
  'value that cannot be serialised': () => ({ toString: () => CANARY, uri: CANARY }),
  'value that throws when it is read': () => ({
    toJSON: () => {
      throw new Error(CANARY);
    },
  }),
};

/** Builds the tiny shop; `seen` collects what its resolvers were given. */
export function tinySchema(seen: Seen, limit = 500): GraphQLSchema {
  const readProduct = (parent: { id: unknown }) => {
    seen.reads += 1;
    seen.ids.push(parent.id);
    return [{ id: 'next' }];
  };
  const failing = (_: unknown, { kind }: { kind: string }) => FAILURES[kind]?.();
  const resolvers = {
    Instant: new GraphQLScalarType({
      name: 'Instant',
      parseValue: (): unknown => {
        throw new Error(CANARY);
      },
      parseLiteral: (): unknown => {
        throw new Error(CANARY);
      },
    }),
    Query: {
      hello: (_: unknown, { name }: { name?: string }, context: BaseRequestContext) => {
        seen.callers.push(context.caller.customerId);
        seen.subjects.push(context.caller.subject);
        seen.scopes.push([...context.caller.scopes]);
        if (name === 'public') context.cachePolicy.allowPublic(60);
        if (name === 'degraded') {
          context.cachePolicy.allowPublic(60);
          context.degraded.add('rules').add('catalogue');
        }
        if (name === 'forbidden') throw codedError('FORBIDDEN', 'Not for you');
        return `hello ${name ?? 'you'}`;
      },
      me: (_: unknown, __: unknown, context: BaseRequestContext) => {
        context.cachePolicy.allowPublic(60);
        context.cachePolicy.forbid();
        return { id: context.caller.customerId ?? 'nobody' };
      },
      fail: failing,
      failHard: failing,
      wait: async (_: unknown, { ms }: { ms: number }, { signal }: BaseRequestContext) => {
        try {
          await delay(ms, null, { signal });
        } catch {
          seen.aborted += 1;
        }
        return 'waited';
      },
      at: () => 'at',
      shelf: () => ({ id: 'p1', brand: { label: 'b' } }),
    },
    Mutation: {
      note: (_: unknown, { text }: { text: string }, context: BaseRequestContext) => {
        context.cachePolicy.allowPublic(60);
        if (text.startsWith('fail')) throw new Error(`could not write ${text} for ${context.caller.customerId ?? ''}`);
        return 'noted';
      },
    },
    Product: { complements: readProduct },
    Customer: { personalisedPicks: readProduct },
  };
  return guardEntities(buildSubgraphSchema([{ typeDefs, resolvers }]), { types: ['Product', 'Customer'], limit });
}
