/**
 * GraphQL over HTTP: who asks for `application/json` by name is told by status 200 that a well-formed request was
 * answered, also when the answer is that its document cannot be run; `application/graphql-response+json` says so by 400.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './requestState.js';

const BY_NAME = /application\/json/i;
const OTHERS = /application\/graphql-response\+json|\*\/\*|application\/\*/i;
/** Of a request that was not well-formed: no GraphQL was asked at all. */
const MALFORMED = 'BAD_REQUEST';

/** The plugin. Refusals of who asks, how often and by which method keep their status. */
export function jsonStatusPlugin(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response: { http, body } }) {
          const accept = request.http?.headers.get('accept') ?? '';
          if (http.status !== 400 || !BY_NAME.test(accept) || OTHERS.test(accept)) return;
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          if (errors.every(({ extensions }) => extensions?.['code'] !== MALFORMED)) http.status = 200;
        },
      };
    },
  };
}
