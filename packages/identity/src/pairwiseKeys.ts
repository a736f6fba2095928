/** The keys that a service shares with each of the others: those it signs with, and those it verifies with. */
import type { KeyObject } from 'node:crypto';
import { identityError } from './errors.js';
import { followFile } from './followFile.js';
import { keysOfJwks } from './jwks.js';
import { serviceOfKeyId } from './keyFile.js';
import { createKeySource } from './keySource.js';
import { loadServiceKeys, openServiceKeys, readServiceKeys, unreadableKeys, type PublicKeys } from './serviceKeys.js';
import { createSharedKeys, type Direction, type KeyUse } from './sharedKey.js';

/** Whose keys they are. */
export interface PairwiseKeyOptions {
  /** The service's private keys; their ids must name the service. */
  readonly keyFile: string;
  /** The public keys of all services (key id `<service>` or `<service>#…`). */
  readonly jwksFile: string;
  readonly service: string;
  readonly onRefused?: (error: unknown) => void;
  readonly clock?: () => number;
}

/** A key to sign with, and for whom. */
export interface KeyTo {
  readonly direction: Direction;
  readonly key: KeyObject;
}

/** How long the public keys are used before the file is read again: so long a key counts after it was retired. */
const KEYS_FOR = 10_000;

/** The keys to sign with, by the name of the service that it is for; both files are followed. Throws KEY_FILE_INVALID. */
export function openKeysTo(use: KeyUse, options: PairwiseKeyOptions): () => ReadonlyMap<string, KeyTo> {
  const { jwksFile } = options;
  const ring = openServiceKeys(options);
  const recipients = followFile(jwksFile, () => firstOfEach(readServiceKeys(jwksFile)), options);
  const sharedKeyOf = createSharedKeys(use);
  let made: { readonly by: unknown; readonly of: unknown; readonly keys: ReadonlyMap<string, KeyTo> } | undefined;

  return () => {
    const [own, listed] = [ring.signing(), recipients()];
    if (made?.by !== own || made.of !== listed) {
      const keys = new Map<string, KeyTo>();
      for (const [service, { keyId, key }] of listed) {
        const direction = { from: own.keyId, to: keyId };
        try {
          keys.set(service, { direction, key: sharedKeyOf(own.key, key, direction) });
        } catch {
          // A point that no key can be made of (RFC 7748, section 6.1): its service is called by nobody, the others are.
          options.onRefused?.(identityError('KEY_FILE_INVALID', { message: `A key of ${service} cannot be used.` }));
        }
      }
      made = { by: own, of: listed, keys };
    }
    return made.keys;
  };
}

/**
 * The key to verify with by its direction; null when either key is not known, cannot be used, or counts no more. The file
 * is read again every few seconds and for an unknown id. Throws KEY_FILE_INVALID when it cannot be read at first, rejects
 * with it later.
 */
export function openKeysFrom(
  use: KeyUse,
  options: PairwiseKeyOptions,
): (direction: Direction) => Promise<KeyObject | null> {
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
  const sharedKeyOf = createSharedKeys(use);

  return async (direction) => {
    const own = ring.find(direction.to);
    const other = own && (await publicKeyOf(direction.from));
    if (!other) return null;
    try {
      return sharedKeyOf(own, other, direction);
    } catch {
      return null;
    }
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
