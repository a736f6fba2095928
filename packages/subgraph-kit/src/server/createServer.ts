import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { SammenError } from '@sammen/errors';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { SubgraphContext } from '../context.js';
import type { SubgraphDefinition } from '../defineSubgraph.js';
import { kitError } from '../errors.js';
import { answered } from './answered.js';
import { createConsentPlugin } from './consentPlugin.js';
import { createContext } from './createContext.js';
import { createErrorFormatter } from './formatError.js';
import { addHealthRoutes } from './health.js';
import type { Services } from './services.js';
import { GATEWAY, keepBytes, verifySignature } from './signedCalls.js';

const BODY_LIMIT = 4 * 1024 * 1024;

/** Tokens of a document: twice what a gateway makes of the largest operation that it admits. */
const MAX_TOKENS = 20_000;

/** The HTTP server of a subgraph: `/graphql`, health, and the routes of its own. Listens to nobody yet. */
export async function createServer(
  definition: SubgraphDefinition,
  schema: GraphQLSchema,
  services: Services,
): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    // Nobody's word is taken for it: a signed call brings its own later (signedCalls.ts).
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
  });
  keepBytes(server);
  const apollo = new ApolloServer<SubgraphContext>({
    schema,
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    hideSchemaDetailsFromClientErrors: services.config.production,
    formatError: createErrorFormatter(services.log),
    stopOnTerminationSignals: false,
    // INVARIANT I-14: no tracing for a vendor's service.
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      // Nothing of ours is cached by others, and it would look at every field.
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(server),
      createConsentPlugin(schema),
    ],
  });
  await apollo.start();

  const refused = (error: unknown, request: FastifyRequest): void => {
    if (!(error instanceof SammenError)) return;
    services.log.warn({ requestId: request.id, route: request.routeOptions.url, code: error.code }, 'refused');
  };
  const handle = fastifyApolloHandler(apollo, {
    context: (request) =>
      createContext(request, definition, services).catch((error: unknown) => {
        refused(error, request);
        return refuse(error);
      }),
  });
  server.post(
    '/graphql',
    { preHandler: verifySignature(services.callers, GATEWAY) },
    answered(services.log, (request, reply) => {
      void reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store' });
      return handle.call(server, request, reply);
    }),
  );
  addHealthRoutes(server, services);
  // Fastify's own answer quotes the address, and an address can hold anything (INVARIANT I-8).
  server.setNotFoundHandler(() => {
    throw kitError('ROUTE_UNKNOWN');
  });
  server.setErrorHandler((error, request, reply) => {
    const known = error instanceof SammenError ? error : httpError(error as { statusCode?: number; code?: string });
    if (known.status >= 500) services.log.error({ requestId: request.id, code: known.code }, 'a request failed');
    else refused(known, request);
    return reply
      .code(known.status)
      .header('x-request-id', request.id)
      .send({ errors: [{ message: known.message, extensions: known.toExtensions() }] });
  });
  await definition.routes?.(server, services);
  return server;
}

/** A refusal before anything is parsed answers with its own HTTP status. */
function refuse(error: unknown): never {
  if (!(error instanceof SammenError)) throw error;
  throw new GraphQLError(error.message, { originalError: error, extensions: { http: { status: error.status } } });
}

/** Fastify's own refusals: broken JSON, wrong content type, too large. */
function httpError({ statusCode, code }: { statusCode?: number; code?: string }): SammenError {
  if (statusCode !== undefined && statusCode < 500) {
    const { next } = kitError('BODY_MALFORMED');
    const message =
      code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? 'The body is too large.' : 'The body cannot be read as JSON.';
    return new SammenError('BODY_MALFORMED', { status: statusCode, message, next });
  }
  return kitError('INTERNAL');
}
