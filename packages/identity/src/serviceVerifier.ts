/** A call between services counts once, for the service it names, as exactly the bytes that were signed. */
import { verifyCallJws } from './callJws.js';
import { identityError } from './errors.js';
import { serviceOfKeyId } from './keyFile.js';
import { openKeysFrom, type PairwiseKeyOptions } from './pairwiseKeys.js';
import { createReplayMemory } from './replayMemory.js';
import { audienceOf, digestOf, digestOfCaller, SERVICE_CALL_LIFETIME, type ServiceCall } from './serviceCall.js';

/** Verifies calls from other services. */
export interface ServiceVerifier {
  /**
   * The name of the service that signed this call. Rejects with SERVICE_CALL_INVALID (unsigned, unknown service, other
   * method, path, body, caller or audience), SERVICE_CALL_EXPIRED, SERVICE_CALL_REPLAYED or SERVICE_CALLS_EXHAUSTED.
   */
  verify(header: string | undefined, call: ServiceCall): Promise<string>;
}

/** How far ahead of ours another service's clock may be, in seconds. */
const CLOCK_TOLERANCE = 5;
const REMEMBER_AT_MOST = 100_000;

/**
 * Verifies calls to `service`, whose private keys stand in `keyFile`, of the services whose public keys stand in
 * `jwksFile`. Throws KEY_FILE_INVALID when either cannot be read at first.
 * Replays are remembered in this process: behind several processes, a call counts at most once in each.
 */
export function createServiceVerifier(options: PairwiseKeyOptions): ServiceVerifier {
  const { clock = Date.now } = options;
  const keyOf = openKeysFrom('sammen-call+jwt', options);
  const audience = audienceOf(options.service);
  const replays = createReplayMemory({ size: REMEMBER_AT_MOST, clock });

  return {
    async verify(header, call) {
      const jws = await verifyCallJws(header, keyOf);
      if (!jws) throw identityError('SERVICE_CALL_INVALID');
      const { iss, aud, iat, exp, jti, method, path, body, caller } = jws.claims;
      const service = serviceOfKeyId(jws.from);
      const isThisCall =
        iss === service &&
        aud === audience &&
        method === call.method.toUpperCase() &&
        path === call.path &&
        caller === digestOfCaller(call.caller) &&
        body === digestOf(call.body);
      if (!isThisCall || typeof jti !== 'string' || jti === '') throw identityError('SERVICE_CALL_INVALID');
      if (!Number.isInteger(iat) || !Number.isInteger(exp)) throw identityError('SERVICE_CALL_INVALID');
      const [from, to, now] = [iat as number, exp as number, clock() / 1000];
      if (to - from > SERVICE_CALL_LIFETIME || from > now + CLOCK_TOLERANCE || to <= now) {
        throw identityError('SERVICE_CALL_EXPIRED');
      }
      const admission = replays.admit(`${service} ${jti}`, to * 1000);
      if (admission === 'SEEN') throw identityError('SERVICE_CALL_REPLAYED');
      if (admission === 'FULL') throw identityError('SERVICE_CALLS_EXHAUSTED');
      return service;
    },
  };
}
