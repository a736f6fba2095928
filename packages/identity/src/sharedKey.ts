/**
 * A key that exactly two services have and neither has told anybody: each makes it of its own private and the other's
 * public X25519 key (RFC 7748; two static keys, C(0e, 2s) in NIST SP 800-56A Rev. 3) and of both names (HKDF, RFC 5869).
 * Who has neither private key cannot make it (INVARIANT I-7).
 */
import { createSecretKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';

/** From whom to whom; the other way there is another key. */
export interface Direction {
  /** Id of the key of the service that signs. */
  readonly from: string;
  /** Id of the key of the service that it is for. */
  readonly to: string;
}

/** What a key is for: it goes into its making, so that what is signed for one use never counts for another. */
export type KeyUse = 'sammen-call+jwt' | 'sammen-grant-seal';

const BYTES = 32;
const NO_SALT = Buffer.alloc(0);

/**
 * The key for one use in one direction, made once for each pair of keys (0.1 ms) and kept as long as those are. Either
 * side may hold the private key. Throws for keys that are not X25519.
 */
export type SharedKeyOf = (privateKey: KeyObject, publicKey: KeyObject, direction: Direction) => KeyObject;

/** See {@link SharedKeyOf}. */
export function createSharedKeys(use: KeyUse): SharedKeyOf {
  const made = new WeakMap<KeyObject, WeakMap<KeyObject, Map<string, KeyObject>>>();

  return (privateKey, publicKey, { from, to }) => {
    const byPublic = entryOf(made, privateKey, () => new WeakMap<KeyObject, Map<string, KeyObject>>());
    const byDirection = entryOf(byPublic, publicKey, () => new Map<string, KeyObject>());
    const names = `${use}\n${from}\n${to}`;
    const known = byDirection.get(names);
    if (known) return known;
    const secret = diffieHellman({ privateKey, publicKey });
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, NO_SALT, names, BYTES)));
    byDirection.set(names, key);
    return key;
  };
}

function entryOf<V extends object>(map: WeakMap<KeyObject, V>, key: KeyObject, make: () => V): V {
  const known = map.get(key);
  if (known) return known;
  const value = make();
  map.set(key, value);
  return value;
}
