/** A call between services counts once, for the service it names, as exactly the bytes that were signed. */
import type { KeyObject } from 'node:crypto';
import { verifyCallJws } from './callJws.js';
import { identityError } from './errors.js';
import { keysOfJwks } from './jwks.js';
import { serviceOfKeyId } from './keyFile.js';
import { createKeySource } from './keySource.js';
import { createReplayMemory } from './replayMemory.js';
import { audienceOf, digestOf, digestOfCaller, SERVICE_CALL_LIFETIME, type ServiceCall } from './serviceCall.js';
import { loadServiceKeys, openServiceKeys, readServiceKeys, unreadableKeys } from './serviceKeys.js';
import { createSharedKeys, type Direction } from './sharedKey.js';

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
/** How long the public keys are used before the file is read again: so long a key counts after it was retired. */
const KEYS_FOR = 10_000;

/**
 * Verifies calls to `service`, whose private keys stand in `keyFile`, of the services whose public keys stand in
 * `jwksFile` (key id `<service>` or `<service>#…`; read again every few seconds and for an unknown id). Throws
 * KEY_FILE_INVALID when either cannot be read at first.
 * Replays are remembered in this process: behind several processes, a call counts at most once in each.
 */
export function createServiceVerifier(options: {
  readonly keyFile: string;
  readonly jwksFile: string;
  readonly service: string;
  readonly onRefused?: (error: unknown) => void;
  readonly clock?: () => number;
}): ServiceVerifier {
  const { clock = Date.now, jwksFile } = options;
  const ring = openServiceKeys(options);
  const publicKeyOf = createKeySource({
    load: () => loadServiceKeys(jwksFile),
    keysOf: (content) => keysOfJwks(content, 'X25519'),
    unavailable: unreadableKeys,
    clock,
    maxAge: KEYS_FOR,
  });
  readServiceKeys(jwksFile);
  const sharedKeyOf = createSharedKeys();
  const audience = audienceOf(options.service);
  const replays = createReplayMemory({ size: REMEMBER_AT_MOST, clock });

  async function keyOf(direction: Direction): Promise<KeyObject | null> {
    const own = ring.find(direction.to);
    const caller = own && (await publicKeyOf(direction.from));
    return caller ? sharedKeyOf(own, caller, direction) : null;
  }

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
