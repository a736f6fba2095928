/** Public keys for grants and service calls: Ed25519 only, every one with an id of its own. */
import { createPublicKey, type KeyObject } from 'node:crypto';

/** An Ed25519 public key in JWK form (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

/** A set of public keys (RFC 7517). */
export interface Jwks {
  readonly keys: readonly PublicJwk[];
}

/**
 * The Ed25519 signing keys of a JWK set by key id. Other kinds of keys are passed over; null if it is no JWK set, if
 * two keys share an id, or if a private key stands in it.
 */
export function keysOfJwks(value: unknown): ReadonlyMap<string, KeyObject> | null {
  const list = (value as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(list)) return null;
  const keys = new Map<string, KeyObject>();
  for (const jwk of list as (Record<string, unknown> | null)[]) {
    if (typeof jwk !== 'object' || jwk === null || 'd' in jwk || 'k' in jwk) return null;
    if (jwk['kty'] !== 'OKP' || jwk['crv'] !== 'Ed25519') continue;
    if (jwk['use'] !== undefined && jwk['use'] !== 'sig') continue;
    const { kid, x } = jwk;
    if (typeof kid !== 'string' || kid === '' || typeof x !== 'string' || keys.has(kid)) return null;
    try {
      keys.set(kid, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
    } catch {
      return null;
    }
  }
  return keys;
}
