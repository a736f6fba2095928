/** A service vouches for one call at a time, with its own key. */
import { randomUUID } from 'node:crypto';
import { signCompactJws } from './compactJws.js';
import { identityError } from './errors.js';
import { serviceOfKeyId } from './keyFile.js';
import { openKeyRing } from './keyRing.js';
import { digestOf, digestOfCaller, SERVICE_CALL_LIFETIME, type ServiceCall } from './serviceCall.js';

/** Signs the calls of one service. */
export interface ServiceSigner {
  /** The value for the header {@link SERVICE_CALL_HEADER}; for one call, valid 30 seconds. */
  sign(call: ServiceCall & { readonly audience: string }): string;
}

/** Reads the service's key, and again when its file changes; its id must name the service. Throws KEY_FILE_INVALID. */
export function createServiceSigner(options: {
  readonly keyFile: string;
  readonly service: string;
  readonly onRefused?: (error: unknown) => void;
  readonly clock?: () => number;
}): ServiceSigner {
  const { service, clock = Date.now } = options;
  const ring = openKeyRing(options.keyFile, {
    ...options,
    check(keys) {
      if (keys.every(({ keyId }) => serviceOfKeyId(keyId) === service)) return;
      throw identityError('KEY_FILE_INVALID', { message: `The key file is not the key of the service ${service}.` });
    },
  });
  return {
    sign({ method, path, body, audience, caller }) {
      const { keyId, key } = ring.signing();
      const iat = Math.floor(clock() / 1000);
      return signCompactJws('sammen-call+jwt', keyId, key, {
        iss: service,
        aud: audience,
        iat,
        exp: iat + SERVICE_CALL_LIFETIME,
        jti: randomUUID(),
        method: method.toUpperCase(),
        path,
        body: digestOf(body),
        caller: digestOfCaller(caller),
      });
    },
  };
}
