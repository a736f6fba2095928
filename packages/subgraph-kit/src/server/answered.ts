/** One line per answered request: how long it took and what it cost, never about whom (INVARIANT I-8). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { countingCosts, type RequestCost } from '../database/statementCounter.js';

/** What a route runs. */
export type RouteHandler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * The same handler with an account of its own, written to the log under the request's id when the answer has gone out:
 * with the gateway's id, whatever an operation costs in all processes can be added up (INVARIANT I-12).
 */
export function answered(log: Logger, handler: RouteHandler): RouteHandler {
  return (request, reply) => {
    const cost: RequestCost = { sqlStatements: 0, decisionCalls: 0 };
    const started = performance.now();
    reply.raw.once('finish', () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const route = request.routeOptions.url;
      log.info({ requestId: request.id, route, status: reply.statusCode, ms, ...cost }, 'answered');
    });
    return countingCosts(cost, () => handler(request, reply));
  };
}
