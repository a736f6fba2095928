/** Nobody gets further without a valid access token (401), whatever is asked (INVARIANT I-4). */
import { SammenError } from '@sammen/errors';
import type { TokenVerifier, VerifiedToken } from '@sammen/identity';
import type { RateLimits } from '../admission/rateLimits.js';
import { tooOften } from './limitRate.js';
import type { Stage } from './stage.js';

const TOO_MANY_REFUSED = 'Too many requests with tokens that are not accepted came from this address.';

/**
 * Makes what turns the header `authorization` into the caller. An address whose tokens are refused too often is told to
 * wait; a valid token is never refused for the others that came from the same address.
 */
export function createVerifyCaller(tokens: TokenVerifier, rates: RateLimits) {
  return async (header: string | undefined, address: string): Promise<VerifiedToken> => {
    try {
      return await tokens.verify(header);
    } catch (error) {
      const refused = error instanceof SammenError && error.status === 401;
      const wait = refused ? await rates.ofRefused(address) : 0;
      throw wait > 0 ? tooOften(wait, TOO_MANY_REFUSED) : error;
    }
  };
}

/** Turns the header into the caller of the request. */
export function authenticate(tokens: TokenVerifier, rates: RateLimits): Stage {
  const verified = createVerifyCaller(tokens, rates);
  return {
    name: 'authenticate',
    async onArrival({ authorization }, state) {
      const header = typeof authorization === 'string' ? authorization : undefined;
      state.caller = await verified(header, state.arrived.address);
      state.authorization = header ?? '';
    },
  };
}
