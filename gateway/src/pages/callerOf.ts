/** Who asks outside of GraphQL is verified and counted exactly as there. */
import type { TokenVerifier, VerifiedToken } from '@sammen/identity';
import type { FastifyRequest } from 'fastify';
import type { RateLimits } from '../admission/rateLimits.js';
import { createVerifyCaller } from '../pipeline/authenticate.js';
import { tooOften } from '../pipeline/limitRate.js';

/** Makes what tells who asks. Rejects with UNAUTHENTICATED, ISSUER_UNAVAILABLE or RATE_LIMITED. */
export function createCallerOf(tokens: TokenVerifier, rates: RateLimits) {
  const verify = createVerifyCaller(tokens, rates);
  return async ({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>): Promise<VerifiedToken> => {
    const caller = await verify(headers.authorization, ip);
    const wait = await rates.ofActor(caller.actor.id);
    if (wait > 0) throw tooOften(wait);
    return caller;
  };
}
