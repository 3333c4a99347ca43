import { ApolloServer, type BaseContext, type HTTPGraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLError, GraphQLSchema } from 'graphql';

import { createAnswerPlugin } from './answer-plugin.js';
import type { BaseRequestContext } from './context.js';
import { MAX_TOKENS } from './document-gate.js';
import { logFault, type Exchange, type FaultDependencies } from './exchange.js';
import { blot } from './fault-description.js';
import { createErrorMask } from './masking.js';
import { refuseUnknownOperationTypes } from './operation-types.js';
import { refuseServiceField } from './schema-exposure.js';

const MAX_INPUT_ERRORS = 10;

/** Runs GraphQL, with every door shut that a subgraph does not need. */
export function createApollo<C extends BaseRequestContext & BaseContext>(
  schema: GraphQLSchema,
  schemaExposed: boolean,
  exchanges: WeakMap<HTTPGraphQLRequest, Exchange>,
  faults: FaultDependencies,
): ApolloServer<C> {
  const faultIds = new WeakMap<GraphQLError, string>();
  return new ApolloServer<C>({
    schema,
    introspection: schemaExposed,
    validationRules: [refuseUnknownOperationTypes, ...(schemaExposed ? [] : [refuseServiceField])],
    hideSchemaDetailsFromClientErrors: !schemaExposed,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_INPUT_ERRORS },
    executionOptions: { maxCoercionErrors: MAX_INPUT_ERRORS },
    formatError: createErrorMask((error) => idOf(error, faultIds) ?? logFault(faults, error), schemaExposed),
    logger: quietLogger(faults),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      createAnswerPlugin<C>({ exchanges, faultIds }),
    ],
  });
}

const idOf = (error: unknown, faultIds: WeakMap<object, string>): string | undefined =>
  typeof error === 'object' && error !== null ? faultIds.get(error) : undefined;

/** Apollo's own messages repeat those of the errors they tell about. */
function quietLogger({ log }: FaultDependencies) {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => (message?: unknown) => log[level]({ apollo: blot(String(message)) });
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
}
