/**
 * After the time that a caller waits, nothing is begun for it any more: no question to the decision point, which would
 * stand in the access log for an answer that nobody got, and no write. What has begun is finished: reads are short, and a
 * write is done whole or not at all. Anybody may say how long they wait; it only ever takes work away.
 */
import { DEADLINE_HEADER } from '@sammen/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentCost } from '../database/statementCounter.js';
import { kitError } from '../errors.js';

/** When nobody waits any more, by `performance.now()`; Infinity for a call that does not say. Counted from its arrival. */
export function deadlineOf({ headers }: FastifyRequest, { elapsedTime }: FastifyReply): number {
  const header = headers[DEADLINE_HEADER];
  const isTime = typeof header === 'string' && /^\d{1,7}$/.test(header);
  return isTime ? performance.now() - elapsedTime + Number(header) : Infinity;
}

/** Milliseconds for which the running request is waited for; Infinity outside of one. */
export function timeLeft(): number {
  return (currentCost()?.endsAt ?? Infinity) - performance.now();
}

/** @throws DEADLINE_PASSED when nobody waits for the running request any more */
export function assertInTime(): void {
  if (timeLeft() <= 0) throw kitError('DEADLINE_PASSED');
}
