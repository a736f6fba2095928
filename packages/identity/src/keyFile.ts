/** A private key lives in one file of its own that only its owner can read (0600), and nowhere else. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { identityError } from './errors.js';
import type { Jwks, PublicJwk } from './jwks.js';
import { writeFileAtomically } from './writeFileAtomically.js';

/** A private key as read from its file. */
export interface PrivateKey {
  readonly keyId: string;
  readonly key: KeyObject;
}

/**
 * Makes an Ed25519 private key in JWK form at `path` unless one is there already; safe to call again and from two
 * processes at once. Without `keyId` the key is named by its RFC 7638 thumbprint, so that a new key never goes by an
 * old name. Returns the id of the key that is there. Throws KEY_FILE_INVALID if `path` holds something else.
 */
export function generateKeyFile(path: string, keyId?: string): string {
  if (!existsSync(path)) {
    const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    const content = { kid: keyId ?? thumbprint(String(jwk.x)), use: 'sig', alg: 'EdDSA', ...jwk };
    writeFileAtomically(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, keepExisting: true });
  }
  chmodSync(path, 0o600);
  const found = readKeyFile(path).keyId;
  if (keyId !== undefined && found !== keyId) {
    throw invalid(path, 'holds a key with another id');
  }
  return found;
}

/** Reads a private key. Throws KEY_FILE_INVALID, naming the file's base name, if there is none. */
export function readKeyFile(path: string): PrivateKey {
  let jwk: Record<string, unknown>;
  try {
    jwk = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    throw invalid(path, 'cannot be read');
  }
  if (jwk?.['kty'] !== 'OKP' || jwk['crv'] !== 'Ed25519' || typeof jwk['d'] !== 'string') {
    throw invalid(path, 'is not an Ed25519 private key');
  }
  if (typeof jwk['kid'] !== 'string' || jwk['kid'] === '') throw invalid(path, 'has no key id');
  try {
    return { keyId: jwk['kid'], key: createPrivateKey({ key: jwk, format: 'jwk' }) };
  } catch {
    throw invalid(path, 'is not an Ed25519 private key');
  }
}

/** The public half of private key files, as a JWK set. Throws KEY_FILE_INVALID, also for two keys of one id. */
export function publicJwks(paths: readonly string[]): Jwks {
  const seen = new Set<string>();
  return {
    keys: paths.map((path): PublicJwk => {
      const { keyId, key } = readKeyFile(path);
      if (seen.has(keyId)) throw invalid(path, 'holds a key whose id another file has too');
      seen.add(keyId);
      const { x } = createPublicKey(key).export({ format: 'jwk' });
      return { kty: 'OKP', crv: 'Ed25519', x: String(x), kid: keyId, use: 'sig', alg: 'EdDSA' };
    }),
  };
}

/** Writes the public half of private key files to `path`, for others to read. */
export function writePublicJwks(path: string, keyFiles: readonly string[]): void {
  writeFileAtomically(path, `${JSON.stringify(publicJwks(keyFiles), null, 2)}\n`, { mode: 0o644 });
}

function thumbprint(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

function invalid(path: string, what: string) {
  return identityError('KEY_FILE_INVALID', { message: `The key file ${basename(path)} ${what}.` });
}
