/**
 * A process signs with the first key of its file and takes a changed file up while it runs, so that replacing a key
 * costs no restart and no request. A file that has become unreadable changes nothing: the keys that were read go on.
 */
import { statSync } from 'node:fs';
import { publicJwkOf, readKeyRing, type KeyRing, type PrivateKey } from './keyFile.js';
import type { Jwks } from './jwks.js';

/** The private keys of a running process. */
export interface LiveKeyRing {
  /** The key to sign with now. */
  signing(): PrivateKey;
  /** The public halves of all keys that count. */
  jwks(): Jwks;
}

/** How a key ring follows its file. */
export interface KeyRingOptions {
  /** Told of each change that could not be taken up. */
  readonly onRefused?: (error: unknown) => void;
  /** Throws what makes a ring unusable for its owner. */
  readonly check?: (ring: KeyRing) => void;
  readonly clock?: () => number;
}

const LOOK_EVERY = 1_000;

/** Reads the file, and looks at most once a second whether it has changed. Throws KEY_FILE_INVALID at first. */
export function openKeyRing(path: string, options: KeyRingOptions = {}): LiveKeyRing {
  const { onRefused = () => undefined, check = () => undefined, clock = Date.now } = options;
  let version = versionOf(path);
  let ring = read();
  let jwks: Jwks | undefined;
  let lookedAt = clock();

  function read(): KeyRing {
    const next = readKeyRing(path);
    check(next);
    return next;
  }

  function current(): KeyRing {
    if (clock() - lookedAt < LOOK_EVERY) return ring;
    lookedAt = clock();
    const found = versionOf(path);
    if (found === version) return ring;
    try {
      ring = read();
      jwks = undefined;
      version = found;
    } catch (error) {
      onRefused(error);
    }
    return ring;
  }

  return {
    signing: () => current()[0],
    jwks() {
      const keys = current();
      return (jwks ??= { keys: keys.map(({ keyId, key }) => publicJwkOf(keyId, key)) });
    },
  };
}

/** Changes whenever the file does, whether it was replaced or written anew. */
function versionOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return 'none';
  }
}
