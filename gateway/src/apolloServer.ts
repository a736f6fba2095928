/** Apollo Server, reduced to parsing, validation and GraphQL over HTTP; the pipeline does the rest. */
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { vendorLog, type Log } from './logging.js';
import { documentTimes } from './observe/documentTimes.js';
import { MAX_TOKENS } from './pipeline/admit.js';
import { operationPlugin } from './pipeline/apolloHooks.js';
import { jsonStatusPlugin } from './pipeline/jsonStatus.js';
import { formatError } from './pipeline/formatError.js';
import type { GatewayContext } from './pipeline/requestState.js';
import type { Stage } from './pipeline/stage.js';
import { silenceVendor } from './supergraph/silenceVendor.js';
import type { Supergraph } from './supergraph/supergraph.js';

/** A server over `supergraph`, not started. Starting it loads the supergraph, stopping it stops the watch. */
export function createApolloServer(
  supergraph: Supergraph,
  stages: readonly Stage[],
  log: Log,
): ApolloServer<GatewayContext> {
  silenceVendor();
  return new ApolloServer<GatewayContext>({
    gateway: {
      onSchemaLoadOrUpdate: (listener) => supergraph.onGeneration(listener),
      async load() {
        await supergraph.start();
        // Nothing is left to execute: the stages answer every operation that is admitted.
        return { executor: null };
      },
      stop: async () => supergraph.stop(),
    },
    apollo: {},
    // The vendor's own behaviour must not depend on the environment it runs in.
    nodeEnv: 'production',
    logger: vendorLog(log),
    formatError,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    // A browser sends none of these to another origin without asking first; the token is in one of them.
    csrfPrevention: { requestHeaders: ['authorization', 'apollo-require-preflight'] },
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: supergraph.operations.documents,
    parseOptions: { maxTokens: MAX_TOKENS, noLocation: false },
    stopOnTerminationSignals: false,
    plugins: [
      operationPlugin(stages, log),
      documentTimes(),
      jsonStatusPlugin(),
      // INVARIANT I-14: nothing is reported, and no page is served that loads from elsewhere.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}
