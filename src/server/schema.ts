import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';

import { readContract } from '../contract.js';
import { resolvers } from '../resolvers/index.js';
import { guardEntities } from './entities.js';

/** The subgraph's executable schema; a request may ask for `maxRepresentations` entities at most. */
export const createSchema = (maxRepresentations: number): GraphQLSchema =>
  guardEntities(buildSubgraphSchema([{ typeDefs: parse(readContract()), resolvers }]), {
    types: ['Product', 'Customer'],
    limit: maxRepresentations,
  });
