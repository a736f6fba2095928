import { createCategoryReader, labelsOfSchema } from '@sammen/consent-directive';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RunningOperation, SubgraphContext } from '../context.js';
import { kitError } from '../errors.js';

/** Tells the permits what the operation touches before it runs, and the client what was withheld afterwards. */
export function createConsentPlugin(schema: GraphQLSchema): ApolloServerPlugin<SubgraphContext> {
  const categoriesOf = createCategoryReader(schema, labelsOfSchema(schema));
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue, document, operationName, request, queryHash }) {
          const own = categoriesOf({ document, operationName, variables: request.variables });
          Object.assign(contextValue.operation, {
            name: operationName ?? null,
            hash: queryHash ?? '',
            // What another subgraph of the same operation needs is decided here and now, on the same snapshot.
            categories: new Set([...own, ...(contextValue.announced ?? [])]),
          } satisfies RunningOperation);
        },
        async willSendResponse({ contextValue, response, operation }) {
          if (response.body.kind !== 'single' || operation === undefined || contextValue.permits === undefined) return;
          const { singleResult } = response.body;
          const { permits, withheld, announced } = contextValue;
          singleResult.extensions = {
            ...singleResult.extensions,
            consent: { withheld: withheld.entries },
            // Only a gateway announces categories; it collects the grants for its later fetches.
            ...(announced !== null && permits.issued.length > 0 ? { grants: permits.issued } : {}),
          };
          if (permits.isUnavailable()) {
            const error = kitError('CONSENT_UNAVAILABLE');
            singleResult.errors = [
              ...(singleResult.errors ?? []),
              { message: error.message, extensions: error.toExtensions() },
            ];
          }
        },
      };
    },
  };
}
