import type { Resolvers } from '../generated/graphql.js';
import { Customer } from './Customer.js';
import { recordInteractions } from './Mutation/recordInteractions.js';
import { recordOrders } from './Mutation/recordOrders.js';
import { setPersonalisationConsent } from './Mutation/setPersonalisationConsent.js';
import { Product } from './Product.js';
import { Query } from './Query.js';
import { DateTime, Decimal } from './scalars.js';

/** Every resolver of the subgraph; fields that are plain properties need none. */
export const resolvers: Resolvers = {
  DateTime,
  Decimal,
  Query,
  Mutation: { recordInteractions, recordOrders, setPersonalisationConsent },
  Product,
  Customer,
};
