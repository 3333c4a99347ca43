import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses `_service`, which gives away the whole schema although introspection is off. */
export const refuseServiceField: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value !== '_service') return;
    context.reportError(
      new GraphQLError('The schema is not exposed here: compose from the published schema files', { nodes: [node] }),
    );
  },
});
