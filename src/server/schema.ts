import { readdirSync, readFileSync } from 'node:fs';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';

import { resolvers } from '../resolvers/index.js';
import { guardEntities } from './entities.js';

const FOLDER = new URL('../../schema/', import.meta.url);

/** The public contract as it is published: every file of the schema folder, in the order of their names. */
export const readContract = (): string =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
    .join('\n');

/** The subgraph's executable schema. */
export const createSchema = (maxRepresentations: number): GraphQLSchema => {
  const typeDefs: DocumentNode = parse(readContract());
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  return guardEntities(schema, { types: ['Product', 'Customer'], limit: maxRepresentations });
};
