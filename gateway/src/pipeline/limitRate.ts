/** Nobody asks more often than an installation can bear; counted by who somebody is, never by what their token says. */
import type { GraphQLError } from 'graphql';
import type { RateLimits } from '../admission/rateLimits.js';
import { gatewayError, toGraphQLError } from '../errors.js';
import type { Stage } from './stage.js';

/** Counts the request for its verified actor. Refuses with RATE_LIMITED (429) and `retry-after`. */
export function limitRate(rates: RateLimits): Stage {
  return {
    name: 'limitRate',
    async onArrival(_headers, state) {
      const wait = await rates.ofActor(state.caller!.actor.id);
      if (wait > 0) throw tooOften(wait);
    },
  };
}

/** RATE_LIMITED for whoever has to wait `seconds`; `message` says it otherwise than the table. */
export function tooOften(seconds: number, message?: string): GraphQLError {
  const error = gatewayError('RATE_LIMITED', message === undefined ? {} : { message });
  return toGraphQLError(error, {}, { 'retry-after': String(seconds) });
}
