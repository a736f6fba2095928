/** A call between services counts once, for the service it names, as exactly the bytes that were signed. */
import { readFile } from 'node:fs/promises';
import { verifyCompactJws } from './compactJws.js';
import { identityError } from './errors.js';
import { createKeySource } from './keySource.js';
import { createReplayMemory } from './replayMemory.js';
import { digestOf, SERVICE_CALL_LIFETIME, type ServiceCall } from './serviceCall.js';

/** Verifies calls from other services. */
export interface ServiceVerifier {
  /**
   * The name of the service that signed this call. Rejects with SERVICE_CALL_INVALID (unsigned, unknown service, other
   * method, path, body or audience), SERVICE_CALL_EXPIRED, SERVICE_CALL_REPLAYED or SERVICE_CALLS_EXHAUSTED.
   */
  verify(header: string | undefined, call: ServiceCall): Promise<string>;
}

/** How far ahead of ours another service's clock may be, in seconds. */
const CLOCK_TOLERANCE = 5;
const REMEMBER_AT_MOST = 100_000;

/**
 * Knows the services whose public keys stand in `jwksFile` (key id = service name; read again when a name is unknown).
 * Replays are remembered in this process: behind several processes, what a call does must be idempotent as well.
 */
export function createServiceVerifier(options: {
  readonly jwksFile: string;
  readonly audience: string;
  readonly clock?: () => number;
}): ServiceVerifier {
  const { clock = Date.now } = options;
  const keyOf = createKeySource({
    load: async () => JSON.parse(await readFile(options.jwksFile, 'utf8')) as unknown,
    unavailable: (cause) =>
      identityError('KEY_FILE_INVALID', { message: 'The public keys of the services cannot be read.', cause }),
    clock,
  });
  const replays = createReplayMemory({ size: REMEMBER_AT_MOST, clock });

  return {
    async verify(header, call) {
      const jws = await verifyCompactJws('sammen-call+jwt', header, keyOf);
      if (!jws) throw identityError('SERVICE_CALL_INVALID');
      const { iss, aud, iat, exp, jti, method, path, body } = jws.claims;
      const isThisCall =
        iss === jws.keyId &&
        aud === options.audience &&
        method === call.method.toUpperCase() &&
        path === call.path &&
        body === digestOf(call.body);
      if (!isThisCall || typeof jti !== 'string' || jti === '') throw identityError('SERVICE_CALL_INVALID');
      if (!Number.isInteger(iat) || !Number.isInteger(exp)) throw identityError('SERVICE_CALL_INVALID');
      const [from, to, now] = [iat as number, exp as number, clock() / 1000];
      if (to - from > SERVICE_CALL_LIFETIME || from > now + CLOCK_TOLERANCE || to <= now) {
        throw identityError('SERVICE_CALL_EXPIRED');
      }
      const admission = replays.admit(`${jws.keyId} ${jti}`, to * 1000);
      if (admission === 'SEEN') throw identityError('SERVICE_CALL_REPLAYED');
      if (admission === 'FULL') throw identityError('SERVICE_CALLS_EXHAUSTED');
      return jws.keyId;
    },
  };
}
