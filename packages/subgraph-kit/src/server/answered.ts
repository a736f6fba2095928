/** One line per answered request: how long it took and what it cost, never about whom (INVARIANT I-8). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { openSpan, readTraceParent, TRACE_PARENT } from '@sammen/telemetry';
import { countingCosts, type RequestCost } from '../database/statementCounter.js';
import { assertInTime, deadlineOf } from './callDeadline.js';
import { signerOf } from './signedCalls.js';

/** What a route runs. */
export type RouteHandler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * The same handler, for a caller who still waits, with an account of its own, written to the log under the request's id when the answer has gone out:
 * with the gateway's id, whatever an operation costs in all processes can be added up (INVARIANT I-12).
 */
export function answered(log: Logger, handler: RouteHandler): RouteHandler {
  return (request, reply) => {
    // INVARIANT I-8: ids of a trace are taken from a service that signed its call; anybody else could write into them.
    const caller = signerOf(request) === null ? null : readTraceParent(request.headers[TRACE_PARENT]);
    const span = openSpan('answer', 'ANSWERS', caller, { 'sammen.request_id': request.id });
    const cost: RequestCost = { sqlStatements: 0, decisionCalls: 0, span, endsAt: deadlineOf(request, reply) };
    const started = performance.now();
    reply.raw.once('finish', () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const route = request.routeOptions.url;
      const { statusCode: status } = reply;
      const { sqlStatements, decisionCalls } = cost;
      log.info({ requestId: request.id, route, status, ms, sqlStatements, decisionCalls }, 'answered');
      const facts = { 'sammen.sql_statements': sqlStatements, 'sammen.decision_calls': decisionCalls };
      span?.end({ ...facts, 'http.route': route ?? '/', 'http.response.status_code': status }, status >= 500);
    });
    return countingCosts(cost, () => {
      assertInTime();
      return handler(request, reply);
    });
  };
}
