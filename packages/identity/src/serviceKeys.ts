/** The public keys of all services, in one file that is no secret, and a service's own private keys in another. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { KeyObject } from 'node:crypto';
import { identityError } from './errors.js';
import { keysOfJwks } from './jwks.js';
import { serviceOfKeyId } from './keyFile.js';
import { openKeyRing, type LiveKeyRing } from './keyRing.js';

/** A public key by its id. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/** A service's own keys: all of them have to name it. Throws KEY_FILE_INVALID. */
export function openServiceKeys(options: {
  readonly keyFile: string;
  readonly service: string;
  readonly onRefused?: (error: unknown) => void;
  readonly clock?: () => number;
}): LiveKeyRing {
  const { service } = options;
  return openKeyRing(options.keyFile, 'X25519', {
    ...options,
    check(keys) {
      if (keys.every(({ keyId }) => serviceOfKeyId(keyId) === service)) return;
      throw identityError('KEY_FILE_INVALID', { message: `The key file is not the key of the service ${service}.` });
    },
  });
}

/**
 * The public keys of the services. INVARIANT I-4: a process that could believe nobody does not start. Throws
 * KEY_FILE_INVALID, also when there is none in the file, or a private one.
 */
export function readServiceKeys(jwksFile: string): PublicKeys {
  let keys: PublicKeys | null;
  try {
    keys = keysOfJwks(JSON.parse(readFileSync(jwksFile, 'utf8')), 'X25519');
  } catch (cause) {
    throw unreadableKeys(cause);
  }
  if (!keys || keys.size === 0) throw unreadableKeys();
  return keys;
}

/** The same file, unread: what a key source loads. */
export async function loadServiceKeys(jwksFile: string): Promise<unknown> {
  return JSON.parse(await readFile(jwksFile, 'utf8')) as unknown;
}

/** KEY_FILE_INVALID, for the public keys of the services. */
export function unreadableKeys(cause?: unknown): Error {
  return identityError('KEY_FILE_INVALID', { message: 'The public keys of the services cannot be read.', cause });
}
