import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses kinds of operation that the schema has not, such as subscriptions, which GraphQL itself notices only when it runs them. */
export const refuseUnknownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`There is no ${node.operation} here`, { nodes: [node] }));
  },
});
