/** GraphQL by POST at `/graphql` and `/`, and questions about the graph by GET. Headers are judged before the body is read. */
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import { SammenError } from '@sammen/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { gatewayError, toGraphQLError } from './errors.js';
import { replyWith } from './httpErrors.js';
import type { Log } from './logging.js';
import type { Metrics } from './metrics/metrics.js';
import { createOperationLabels } from './metrics/operationLabels.js';
import { endRequest } from './observe/endRequest.js';
import { arrive, codesOf } from './pipeline/apolloHooks.js';
import { asksToBeExplained } from './pipeline/explain.js';
import { formatError } from './pipeline/formatError.js';
import {
  createRequestState,
  type AskDecisionPoint,
  type GatewayContext,
  type RequestState,
} from './pipeline/requestState.js';
import type { Stage } from './pipeline/stage.js';

/** What the routes work with. */
export interface GraphQLRouteDeps {
  readonly ask: AskDecisionPoint;
  /** Started. */
  readonly apollo: ApolloServer<GatewayContext>;
  readonly stages: readonly Stage[];
  readonly log: Log;
  /** Null when nobody reads them. */
  readonly metrics: Metrics | null;
  /** Milliseconds for one request. */
  readonly deadline: number;
}

/** Adds the routes. */
export function addGraphQLRoutes(
  app: FastifyInstance,
  { apollo, stages, ask, log, metrics, deadline }: GraphQLRouteDeps,
): void {
  const labels = createOperationLabels();
  // None of its fields is one that has to be redacted: looking for those would cost more than writing the line.
  const requests = log.child({}, { redact: [] });
  // On the request itself: what a weak map holds outlives the request until the next full garbage collection.
  app.decorateRequest(STATE, null);

  async function onRequest(request: FastifyRequest, reply: FastifyReply) {
    const state = createRequestState(request.id, deadline, ask, asksToBeExplained(request.headers));
    state.arrived = { address: request.ip, method: request.method };
    request.setDecorator(STATE, state);
    reply.raw.once('close', () => state.life.end(reply.raw.writableFinished ? 'DONE' : 'GONE'));
    try {
      await arrive(stages, request.headers, state);
    } catch (error) {
      return refuse(reply, error, state);
    }
  }

  async function preHandler(request: FastifyRequest, reply: FastifyReply) {
    const asked = request.method === 'GET' ? request.query : request.body;
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return;
    try {
      if (request.method === 'GET' && typeof Reflect.get(asked, 'query') !== 'string')
        throw gatewayError('METHOD_NOT_ALLOWED');
      let body = asked as Readonly<Record<string, unknown>>;
      for (const stage of stages) body = stage.onBody?.(body, stateOf(request)!) ?? body;
      if (request.method !== 'GET') request.body = body;
    } catch (error) {
      return refuse(reply, error, stateOf(request)!);
    }
  }

  /** As bytes: a text would be read through for its length, and copied behind its headers. */
  async function onSend(_request: FastifyRequest, _reply: FastifyReply, payload: unknown) {
    return typeof payload === 'string' ? Buffer.from(payload) : payload;
  }

  async function onResponse(request: FastifyRequest, reply: FastifyReply) {
    const state = stateOf(request);
    logRequest(requests, state, request.id, reply);
    if (!state) return;
    const { statusCode: status, elapsedTime: duration } = reply;
    const operation = labels.of(state);
    metrics?.record({ state, status, duration, operation });
    endRequest(state, status, operation);
  }

  const handler = fastifyApolloHandler(apollo, { context: async (request) => ({ state: stateOf(request)! }) });
  const hooks = { onRequest, preHandler, onSend, onResponse };
  for (const url of ['/graphql', '/']) app.post(url, hooks, handler);
  app.get('/graphql', { exposeHeadRoute: false, ...hooks }, handler);
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (_request, reply) => replyWith(reply.header('allow', 'POST'), 'METHOD_NOT_ALLOWED'),
  });
}

/** Where a request carries its state. */
const STATE = 'gatewayState';

/** Null before the request was looked at. */
function stateOf(request: FastifyRequest): RequestState | null {
  return request.getDecorator<RequestState | null>(STATE);
}

/** Answers with a refusal in GraphQL's form; throws what is none. */
export function refuse(reply: FastifyReply, reason: unknown, state?: RequestState): FastifyReply {
  const error = reason instanceof SammenError ? toGraphQLError(reason) : reason;
  if (!(error instanceof GraphQLError)) throw error;
  const { http, ...extensions } = error.extensions as { http?: { status: number; headers: Map<string, string> } };
  for (const [name, value] of http?.headers ?? []) void reply.header(name, value);
  const errors = [formatError({ message: error.message, extensions })];
  if (state) state.codes = codesOf(errors);
  return reply
    .code(http?.status ?? 500)
    .type('application/json; charset=utf-8')
    .send({ errors });
}

/** A digit string in an operation's name could be somebody's number (INVARIANT I-8). */
const DIGITS = /\d{5,}/g;

function logRequest(log: Log, state: RequestState | null, requestId: string, reply: FastifyReply): void {
  log.info({
    event: 'request',
    requestId,
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 10) / 10,
    role: state?.caller?.actor.role ?? null,
    purpose: state?.purpose ?? null,
    operation: state?.operation?.kind ?? null,
    operationName: state?.operation?.name?.slice(0, 80).replace(DIGITS, '#') ?? null,
    ...state?.counts,
    ...(state?.codes.length ? { codes: state.codes } : {}),
  });
}
