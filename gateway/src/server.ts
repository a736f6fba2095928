/** The gateway as a whole: HTTP in front, the pipeline in the middle, the subgraphs behind. Reads no environment. */
import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import { createGrantVerifier, createTokenVerifier } from '@sammen/identity';
import fastify, { type FastifyInstance } from 'fastify';
import { createPersistedDocuments } from './admission/persistedDocuments.js';
import { createRateLimits } from './admission/rateLimits.js';
import { createApolloServer } from './apolloServer.js';
import { BOUNDS, type GatewayBounds } from './bounds.js';
import type { GatewayConfig } from './config.js';
import { corsOptions } from './cors.js';
import { gatewayError } from './errors.js';
import { createSources } from './execution/sources.js';
import { addGraphQLRoutes } from './graphqlRoutes.js';
import { addHealthRoutes } from './health.js';
import { addErrorAnswers, replyWith } from './httpErrors.js';
import type { Log } from './logging.js';
import { openMetrics } from './metrics/openMetrics.js';
import { ownKeys } from './ownKeys.js';
import { MAX_BODY_BYTES } from './pipeline/admit.js';
import { timeStages } from './observe/timeStages.js';
import { addPageData } from './pages/addPageData.js';
import { addPages } from './pages/addPages.js';
import { createCallerOf } from './pages/callerOf.js';
import { createPipeline } from './pipeline/index.js';
import { addSettingsRoute } from './signIn/settingsRoute.js';
import { createSupergraph } from './supergraph/supergraph.js';

/** How long a client may take to send its request, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** A gateway that can be started once. */
export interface Gateway {
  /** Loads, listens; resolves with the address. Rejects with a SammenError, and holds nothing then. */
  start(): Promise<string>;
  /** Takes no new request, answers those in flight, lets go of everything. */
  stop(): Promise<void>;
}

/** Puts a gateway together. Opens no connection before `start`. Throws what is wrong with its keys and issuer. */
export function createGateway(config: GatewayConfig, log: Log, bounds: Partial<GatewayBounds> = {}): Gateway {
  const limits = { ...BOUNDS, ...bounds };
  const { watchInterval, drain } = limits;
  const { oidc, production, subgraphUrls, supergraphFile } = config;
  const { explainRoles } = config.observability;
  const sources = createSources(config, limits, log);
  const { subgraphs, ask } = sources;
  const supergraph = createSupergraph({
    file: supergraphFile,
    watchInterval,
    operationCacheBytes: config.operationCacheMiB * 2 ** 20,
    subgraphUrls,
    carryFetch: subgraphs.carryFetch,
    log,
  });
  supergraph.onGeneration((generation) => subgraphs.keepOnly(generation.subgraphs));
  const tokens = createTokenVerifier({ ...oidc, production });
  const grants = createGrantVerifier({
    keysUrl: new URL('/.well-known/grant-keys', config.decisionPointUrl).href,
    seals: ownKeys(config, log),
  });
  const { metrics, server: metricsServer } = openMetrics(config, {
    operationCache: () => ({ ...supergraph.operations.stats() }),
    breakers: () => sources.circuits(supergraph.current()?.subgraphs ?? []),
  });
  const { persistedDocumentsFile, costLimit, freeTextRoles, introspectionRoles, rateLimitPerMinute } = config.admission;
  const documents = createPersistedDocuments({ file: persistedDocumentsFile, watchInterval, supergraph, log });
  let draining = false;
  const app = createApp(config, log, () => draining);
  const rates = createRateLimits(app, rateLimitPerMinute);
  const roles = { freeText: freeTextRoles, introspection: introspectionRoles };
  const stages = timeStages(
    createPipeline({
      tokens,
      rates,
      documents,
      roles,
      limits: limits.operation,
      costLimit,
      supergraph,
      grants,
      explainRoles,
      log,
    }),
  );
  const apollo = createApolloServer(supergraph, stages, log);

  async function release(): Promise<void> {
    documents.stop();
    await apollo.stop().catch(() => supergraph.stop());
    await sources.stop();
    await metricsServer?.stop();
  }

  return {
    async start() {
      try {
        await documents.start();
        await apollo.start();
        await app.register(cors, corsOptions(config));
        addSettingsRoute(app, config.pages);
        addHealthRoutes(app, { supergraph, subgraphs, isDraining: () => draining });
        addPageData(app, {
          callerOf: createCallerOf(tokens, rates),
          supergraph,
          roles: { ...roles, explain: explainRoles },
        });
        addPages(app, signInOrigins(config));
        addGraphQLRoutes(app, { apollo, stages, ask, log, metrics, deadline: config.requestDeadline });
        if (metricsServer) log.info({ event: 'metrics', address: await metricsServer.start() });
        return await app.listen({ host: config.host, port: config.port });
      } catch (error) {
        await app.close();
        await release();
        throw listenError(error, config) ?? error;
      }
    },
    async stop() {
      draining = true;
      const cut = setTimeout(() => app.server.closeAllConnections(), drain);
      await app.close();
      clearTimeout(cut);
      await release();
      log.info({ event: 'stopped' });
    },
  };
}

/** Fastify with everything that holds for every route. */
function createApp({ admission }: GatewayConfig, log: Log, isDraining: () => boolean): FastifyInstance {
  const app = fastify({
    logger: false,
    trustProxy: admission.trustedProxies.length > 0 ? [...admission.trustedProxies] : false,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT,
    // INVARIANT I-8: ids are made here, so nothing a client wrote into one is ever logged or forwarded.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });
  app.removeContentTypeParser('text/plain');
  addErrorAnswers(app, log);
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'x-request-id': request.id,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    if (isDraining() && !request.url.startsWith('/health/')) return replyWith(reply, 'SHUTTING_DOWN');
  });
  // A kept-alive connection would hold the shutdown up after its last answer.
  app.addHook('onSend', async (_request, reply) => {
    if (isDraining()) void reply.header('connection', 'close');
  });
  return app;
}

/** Where pages send people to sign in. */
function signInOrigins({ pages: { signIn } }: GatewayConfig): readonly string[] {
  return signIn === null ? [] : [new URL(signIn.issuer).origin];
}

function listenError(cause: unknown, { host, port }: GatewayConfig) {
  const { code, syscall } = cause as NodeJS.ErrnoException;
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  return gatewayError('PORT_TAKEN', { message: `The gateway cannot listen on ${host}:${port} (${code}).`, cause });
}
