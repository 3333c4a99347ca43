import type { ProposedPairResolvers } from '../generated/graphql.js';

export const ProposedPair: ProposedPairResolvers = {
  sampleOrderIds: async (pair) => [...(await pair.sampleOrderIds())],
};
