import type { ApolloServerPlugin, GraphQLRequestContext, HTTPGraphQLRequest } from '@apollo/server';
import { Kind, type GraphQLError, type OperationDefinitionNode } from 'graphql';

import type { BaseRequestContext } from './context.js';
import type { Exchange } from './exchange.js';
import { isPublicError, thrownBy } from './masking.js';
import type { OperationKind, Outcome } from './metrics.js';

/** What joins Apollo's view of a request to ours. */
export interface AnswerPluginDependencies {
  readonly exchanges: WeakMap<HTTPGraphQLRequest, Exchange>;
  /** Ids of errors that were logged when they happened. */
  readonly faultIds: WeakMap<GraphQLError, string>;
}

/**
 * The Apollo plugin that says on each answer what is to be known of it: whether it may be kept, and what it was made without. Faults are
 * logged here, where the request is known.
 */
export function createAnswerPlugin<C extends BaseRequestContext>({
  exchanges,
  faultIds,
}: AnswerPluginDependencies): ApolloServerPlugin<C> {
  return {
    async requestDidStart({ request }) {
      const exchange = request.http === undefined ? undefined : exchanges.get(request.http);
      if (exchange === undefined) return;
      return {
        async didResolveOperation({ operation }) {
          if (operation === undefined) return;
          exchange.operation = kindOf(operation);
          exchange.operationName = operation.name?.value ?? null;
        },
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            if (!isPublicError(error)) faultIds.set(error, contextValue.logFault(thrownBy(error), placeOf(error)));
          }
        },
        async willSendResponse(context) {
          finish(exchange, context);
        },
      };
    },
  };
}

function kindOf({ operation, selectionSet }: OperationDefinitionNode): OperationKind {
  if (operation !== 'query') return 'mutation';
  const asksEntities = selectionSet.selections.some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === '_entities',
  );
  return asksEntities ? 'entities' : 'query';
}

/** Response names only: list positions say nothing about the place in the code. */
const placeOf = ({ path }: GraphQLError): Readonly<Record<string, string>> =>
  path === undefined ? {} : { path: path.filter((step) => typeof step === 'string').join('.') };

function finish(exchange: Exchange, { response }: GraphQLRequestContext<BaseRequestContext>): void {
  if (response.body?.kind !== 'single') return;
  const result = response.body.singleResult;
  const failed = (result.errors?.length ?? 0) > 0;
  const degraded = [...exchange.degraded].sort();
  if (degraded.length > 0) result.extensions = { ...result.extensions, degraded };
  if (failed || degraded.length > 0 || exchange.operation === 'mutation') exchange.cachePolicy.forbid();
  response.http.headers.set('cache-control', exchange.cachePolicy.header());
  exchange.outcome ??= outcomeOf(failed, result.data, degraded.length > 0, response.http.status ?? 200);
}

function outcomeOf(failed: boolean, data: unknown, degraded: boolean, status: number): Outcome {
  if (!failed) return degraded ? 'degraded' : 'ok';
  if (data !== null && data !== undefined) return 'partial';
  return status >= 400 && status < 500 ? 'refused' : 'failed';
}
