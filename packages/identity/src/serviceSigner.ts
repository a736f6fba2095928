/** A service vouches for one call at a time, to one other service, with a key that the two have alone. */
import { randomUUID } from 'node:crypto';
import { signCallJws } from './callJws.js';
import { identityError } from './errors.js';
import { openKeysTo, type PairwiseKeyOptions } from './pairwiseKeys.js';
import {
  audienceOf,
  digestOf,
  digestOfCaller,
  SERVICE_CALL_LIFETIME,
  type CallerDigest,
  type CallerHeaders,
  type ServiceCall,
} from './serviceCall.js';

/** A call as its maker signs it. */
export interface OutgoingServiceCall extends Omit<ServiceCall, 'caller'> {
  readonly to: string;
  /** Who makes several calls in somebody's name gives the digest, so that it is made once. */
  readonly caller?: CallerHeaders | CallerDigest | undefined;
}

/** Signs the calls of one service. */
export interface ServiceSigner {
  /**
   * The value for the header {@link SERVICE_CALL_HEADER}; for one call to the service `to`, valid 30 seconds. Throws
   * SERVICE_UNKNOWN when no key of that service is listed.
   */
  sign(call: OutgoingServiceCall): string;
}

/** Reads both files, and again when they change. Throws KEY_FILE_INVALID. */
export function createServiceSigner(options: PairwiseKeyOptions): ServiceSigner {
  const { service, clock = Date.now } = options;
  const keysTo = openKeysTo('sammen-call+jwt', options);

  return {
    sign({ method, path, body, to, caller }) {
      const shared = keysTo().get(to);
      if (!shared) throw identityError('SERVICE_UNKNOWN', { message: `No key of the service ${to} is listed.` });
      const iat = Math.floor(clock() / 1000);
      return signCallJws(shared.key, shared.direction, {
        iss: service,
        aud: audienceOf(to),
        iat,
        exp: iat + SERVICE_CALL_LIFETIME,
        jti: randomUUID(),
        method: method.toUpperCase(),
        path,
        body: digestOf(body),
        caller: typeof caller === 'string' ? caller : digestOfCaller(caller),
      });
    },
  };
}
