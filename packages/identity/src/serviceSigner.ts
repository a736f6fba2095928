/** A service vouches for one call at a time, to one other service, with a key that the two have alone. */
import { randomUUID, type KeyObject } from 'node:crypto';
import { signCallJws } from './callJws.js';
import { identityError } from './errors.js';
import { followFile } from './followFile.js';
import { serviceOfKeyId } from './keyFile.js';
import { audienceOf, digestOf, digestOfCaller, SERVICE_CALL_LIFETIME, type ServiceCall } from './serviceCall.js';
import { openServiceKeys, readServiceKeys, type PublicKeys } from './serviceKeys.js';
import { createSharedKeys } from './sharedKey.js';

/** Signs the calls of one service. */
export interface ServiceSigner {
  /**
   * The value for the header {@link SERVICE_CALL_HEADER}; for one call to the service `to`, valid 30 seconds. Throws
   * SERVICE_UNKNOWN when no key of that service is listed.
   */
  sign(call: ServiceCall & { readonly to: string }): string;
}

/** What a service signs with. */
export interface ServiceSignerOptions {
  /** The service's private key; its id must name the service. */
  readonly keyFile: string;
  /** The public keys of all services; those that come first for a service are used. */
  readonly jwksFile: string;
  readonly service: string;
  readonly onRefused?: (error: unknown) => void;
  readonly clock?: () => number;
}

/** Reads both files, and again when they change. Throws KEY_FILE_INVALID. */
export function createServiceSigner(options: ServiceSignerOptions): ServiceSigner {
  const { service, jwksFile, clock = Date.now } = options;
  const ring = openServiceKeys(options);
  const recipients = followFile(jwksFile, () => firstOfEach(readServiceKeys(jwksFile)), options);
  const sharedKeyOf = createSharedKeys();

  return {
    sign({ method, path, body, to, caller }) {
      const own = ring.signing();
      const recipient = recipients().get(to);
      if (!recipient) throw identityError('SERVICE_UNKNOWN', { message: `No key of the service ${to} is listed.` });
      const direction = { from: own.keyId, to: recipient.keyId };
      const iat = Math.floor(clock() / 1000);
      return signCallJws(sharedKeyOf(own.key, recipient.key, direction), direction, {
        iss: service,
        aud: audienceOf(to),
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

/** The first of a service's keys is the one that it signs with, so it has been published for long enough. */
function firstOfEach(keys: PublicKeys): ReadonlyMap<string, { readonly keyId: string; readonly key: KeyObject }> {
  const first = new Map<string, { readonly keyId: string; readonly key: KeyObject }>();
  for (const [keyId, key] of keys) {
    const service = serviceOfKeyId(keyId);
    if (!first.has(service)) first.set(service, { keyId, key });
  }
  return first;
}
