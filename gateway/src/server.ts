/** The gateway as a whole: HTTP in front, the pipeline in the middle, the subgraphs behind. Reads no environment. */
import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import { createGrantVerifier, createServiceSigner, createTokenVerifier } from '@sammen/identity';
import fastify, { type FastifyInstance } from 'fastify';
import { createPersistedDocuments } from './admission/persistedDocuments.js';
import { createRateLimits } from './admission/rateLimits.js';
import { createApolloServer } from './apolloServer.js';
import type { GatewayConfig } from './config.js';
import { gatewayError } from './errors.js';
import { createAskDecisionPoint } from './execution/askDecisionPoint.js';
import type { CircuitBounds } from './execution/fetching/circuit.js';
import { createSubgraphClient, type SubgraphLimits } from './execution/subgraphClient.js';
import { createSubgraphs } from './execution/subgraphs.js';
import { addGraphQLRoutes } from './graphqlRoutes.js';
import { addHealthRoutes } from './health.js';
import { addErrorAnswers, replyWith } from './httpErrors.js';
import type { Log } from './logging.js';
import { DEFAULT_LIMITS, MAX_BODY_BYTES, type OperationLimits } from './pipeline/admit.js';
import { createMetrics } from './metrics/metrics.js';
import { createMetricsServer } from './metrics/metricsServer.js';
import { timeStages } from './observe/timeStages.js';
import { addPageData } from './pages/addPageData.js';
import { addPages } from './pages/addPages.js';
import { createCallerOf } from './pages/callerOf.js';
import { EXPLAIN_HEADER } from './pipeline/explain.js';
import { createPipeline } from './pipeline/index.js';
import { addSettingsRoute } from './signIn/settingsRoute.js';
import { createSupergraph } from './supergraph/supergraph.js';

/** Bounds that no installation has had to change yet; times in milliseconds. */
export interface GatewayBounds {
  readonly operation: OperationLimits;
  readonly maxAnswerBytes: number;
  /** How long a call may wait while a subgraph has as many as it takes at once. */
  readonly patience: number;
  /** When a subgraph that keeps failing is left alone, and for how long. */
  readonly circuit: CircuitBounds;
  readonly watchInterval: number;
  /** How long requests in flight may take after `stop`; then their connections are cut. */
  readonly drain: number;
}

const BOUNDS: GatewayBounds = {
  operation: DEFAULT_LIMITS,
  maxAnswerBytes: 32 * 1024 * 1024,
  patience: 1_000,
  circuit: { failures: 5, firstPause: 500, mostPause: 10_000 },
  watchInterval: 500,
  drain: 20_000,
};

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
  const { operation, watchInterval, drain, ...calls } = { ...BOUNDS, ...bounds };
  const { metricsPort, metricsToken, explainRoles } = config.observability;
  const { oidc, production, subgraphUrls, supergraphFile } = config;
  const signer = createServiceSigner({
    keyFile: config.serviceKeyFile,
    service: 'gateway',
    onRefused: () => log.error({ event: 'key file refused' }),
  });
  const limits = (name: string) => limitsOf(name, config, calls);
  const subgraphs = createSubgraphs(limits, signer, log, !production);
  const { carryFetch } = subgraphs;
  const grantsUrl = new URL('/grants', config.decisionPointUrl).href;
  const decisionPoint = createSubgraphClient(grantsUrl, limits('citizen'), (circuit) =>
    log.warn({ event: 'circuit', source: 'decision point', circuit }),
  );
  const ask = createAskDecisionPoint({ client: decisionPoint, signer, log });
  const supergraph = createSupergraph({
    file: supergraphFile,
    watchInterval,
    operationCacheBytes: config.operationCacheMiB * 2 ** 20,
    subgraphUrls,
    carryFetch,
    log,
  });
  supergraph.onGeneration((generation) => subgraphs.keepOnly(generation.subgraphs));
  const tokens = createTokenVerifier({ ...oidc, production });
  const grants = createGrantVerifier({ keysUrl: new URL('/.well-known/grant-keys', config.decisionPointUrl).href });
  const metrics =
    metricsPort === null
      ? null
      : createMetrics(
          {
            operationCache: () => ({ ...supergraph.operations.stats() }),
            breakers: () => ({
              ...subgraphs.circuits(supergraph.current()?.subgraphs ?? []),
              'decision point': decisionPoint.state().circuit,
            }),
          },
          { process: true },
        );
  const metricsServer =
    metrics && createMetricsServer({ port: metricsPort!, host: config.host, token: metricsToken }, metrics);
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
      limits: operation,
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
    await Promise.all([subgraphs.stop(), decisionPoint.close()]);
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
        await addPages(app, signInOrigins(config));
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

/** The bounds of the calls to one subgraph. */
function limitsOf(
  name: string,
  { subgraphTimeout, subgraphTimeouts, subgraphConcurrency: most }: GatewayConfig,
  { maxAnswerBytes, patience, circuit }: Pick<GatewayBounds, 'maxAnswerBytes' | 'patience' | 'circuit'>,
): SubgraphLimits {
  const timeout = Object.hasOwn(subgraphTimeouts, name) ? subgraphTimeouts[name]! : subgraphTimeout;
  return { timeout, maxAnswerBytes, slots: { most, queue: 2 * most, patience }, circuit };
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

function corsOptions({ corsOrigins }: GatewayConfig) {
  return {
    origin: corsOrigins.length > 0 ? [...corsOrigins] : false,
    methods: ['POST'],
    allowedHeaders: ['authorization', 'content-type', 'x-sammen-purpose', EXPLAIN_HEADER],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  };
}

function listenError(cause: unknown, { host, port }: GatewayConfig) {
  const { code, syscall } = cause as NodeJS.ErrnoException;
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  return gatewayError('PORT_TAKEN', { message: `The gateway cannot listen on ${host}:${port} (${code}).`, cause });
}
