import type { Resolvers } from '../generated/graphql.js';
import { Customer } from './Customer.js';
import { Mutation } from './Mutation.js';
import { Product } from './Product.js';
import { ProposedPair } from './ProposedPair.js';
import { Query } from './Query.js';
import { DateTime, Decimal } from './scalars.js';

/** Every resolver of the subgraph; fields that are plain properties need none. */
export const resolvers: Resolvers = {
  DateTime,
  Decimal,
  Query,
  Mutation,
  Product,
  ProposedPair,
  Customer,
};
