/** A call between services counts once, for the service it names, as exactly the bytes that were signed. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { verifyCompactJws } from './compactJws.js';
import { identityError } from './errors.js';
import { keysOfJwks } from './jwks.js';
import { serviceOfKeyId } from './keyFile.js';
import { createKeySource } from './keySource.js';
import { createReplayMemory } from './replayMemory.js';
import { digestOf, digestOfCaller, SERVICE_CALL_LIFETIME, type ServiceCall } from './serviceCall.js';

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
 * Knows the services whose public keys stand in `jwksFile` (key id `<service>` or `<service>#…`; read again every few
 * seconds and for an unknown id). Throws KEY_FILE_INVALID when they cannot be read at first.
 * Replays are remembered in this process: behind several processes, a call counts at most once in each.
 */
export function createServiceVerifier(options: {
  readonly jwksFile: string;
  readonly audience: string;
  readonly clock?: () => number;
}): ServiceVerifier {
  const { clock = Date.now, jwksFile } = options;
  const unavailable = (cause?: unknown) =>
    identityError('KEY_FILE_INVALID', { message: 'The public keys of the services cannot be read.', cause });
  const keyOf = createKeySource({
    load: async () => JSON.parse(await readFile(jwksFile, 'utf8')) as unknown,
    unavailable,
    clock,
    maxAge: KEYS_FOR,
  });
  assertReadable(jwksFile, unavailable);
  const replays = createReplayMemory({ size: REMEMBER_AT_MOST, clock });

  return {
    async verify(header, call) {
      const jws = await verifyCompactJws('sammen-call+jwt', header, keyOf);
      if (!jws) throw identityError('SERVICE_CALL_INVALID');
      const { iss, aud, iat, exp, jti, method, path, body, caller } = jws.claims;
      const service = serviceOfKeyId(jws.keyId);
      const isThisCall =
        iss === service &&
        aud === options.audience &&
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

/** INVARIANT I-4: a process that could believe nobody does not start. */
function assertReadable(jwksFile: string, unavailable: (cause?: unknown) => Error): void {
  let keys: ReturnType<typeof keysOfJwks>;
  try {
    keys = keysOfJwks(JSON.parse(readFileSync(jwksFile, 'utf8')));
  } catch (cause) {
    throw unavailable(cause);
  }
  if (!keys || keys.size === 0) throw unavailable();
}
