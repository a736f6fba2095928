/** Nobody gets further without a valid access token (401), whatever is asked (INVARIANT I-4). */
import type { TokenVerifier } from '@sammen/identity';
import type { Stage } from './stage.js';

/** Turns the header `authorization` into the caller. */
export function authenticate(tokens: TokenVerifier): Stage {
  return {
    name: 'authenticate',
    async onArrival({ authorization }, state) {
      const header = typeof authorization === 'string' ? authorization : undefined;
      state.caller = await tokens.verify(header);
      state.authorization = header ?? '';
    },
  };
}
