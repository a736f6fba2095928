/** The private keys of a running process: it signs with the first of its file, and takes a changed file up. */
import type { KeyObject } from 'node:crypto';
import { followFile, type FollowOptions } from './followFile.js';
import { publicJwkOf, readKeyRing, type KeyRing, type PrivateKey } from './keyFile.js';
import type { Curve, Jwks } from './jwks.js';

/** See the file's sentence. */
export interface LiveKeyRing {
  /** The key to sign with now. */
  signing(): PrivateKey;
  /** The private key of this id; undefined if it does not count, or counts no more. */
  find(keyId: string): KeyObject | undefined;
  /** The public halves of all keys that count. */
  jwks(): Jwks;
}

/** How a key ring follows its file. */
export interface KeyRingOptions extends FollowOptions {
  /** Throws what makes a ring unusable for its owner. */
  readonly check?: (ring: KeyRing) => void;
}

/** Reads the keys of one curve, and again when the file changes. Throws KEY_FILE_INVALID at first. */
export function openKeyRing(path: string, curve: Curve, options: KeyRingOptions = {}): LiveKeyRing {
  const current = followFile(
    path,
    () => {
      const ring = readKeyRing(path, curve);
      options.check?.(ring);
      const jwks: Jwks = { keys: ring.map(({ keyId, key }) => publicJwkOf(keyId, key)) };
      return { ring, jwks };
    },
    options,
  );
  return {
    signing: () => current().ring[0],
    find: (keyId) => current().ring.find((one) => one.keyId === keyId)?.key,
    jwks: () => current().jwks,
  };
}
