/** Public keys: Ed25519 to verify grants with, X25519 to share keys between services with; every one with an id of its own. */
import { createPublicKey, type KeyObject } from 'node:crypto';

/** What a key is for, and nothing else: Ed25519 signs, X25519 agrees on keys. */
export type Curve = 'Ed25519' | 'X25519';

/** How a JWK says so. */
export const USE_OF: Readonly<Record<Curve, 'sig' | 'enc'>> = { Ed25519: 'sig', X25519: 'enc' };

/** A public key in JWK form (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: Curve;
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig' | 'enc';
  readonly alg?: 'EdDSA';
}

/** A set of public keys (RFC 7517). */
export interface Jwks {
  readonly keys: readonly PublicJwk[];
}

/**
 * The keys of a JWK set for one use, by key id, in its order. Other kinds of keys are passed over; null if it is no JWK
 * set, if two keys share an id, or if a private key stands in it.
 */
export function keysOfJwks(value: unknown, crv: Curve): ReadonlyMap<string, KeyObject> | null {
  const list = (value as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(list)) return null;
  const keys = new Map<string, KeyObject>();
  for (const jwk of list as (Record<string, unknown> | null)[]) {
    if (typeof jwk !== 'object' || jwk === null || 'd' in jwk || 'k' in jwk) return null;
    if (jwk['kty'] !== 'OKP' || jwk['crv'] !== crv) continue;
    if (jwk['use'] !== undefined && jwk['use'] !== USE_OF[crv]) continue;
    const { kid, x } = jwk;
    if (typeof kid !== 'string' || kid === '' || typeof x !== 'string' || keys.has(kid)) return null;
    try {
      keys.set(kid, createPublicKey({ key: { kty: 'OKP', crv, x }, format: 'jwk' }));
    } catch {
      return null;
    }
  }
  return keys;
}
