/**
 * Private keys live in one file of their owner's that only the owner can read (0600), and nowhere else. It holds one key
 * or, while keys are replaced, a JWK set: the first signs, all of them count (see rotateKeys.ts).
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { identityError } from './errors.js';
import type { Jwks, PublicJwk } from './jwks.js';
import { writeFileAtomically, writeFileInPlace } from './writeFileAtomically.js';

/** A private key as read from its file. */
export interface PrivateKey {
  readonly keyId: string;
  readonly key: KeyObject;
}

/** All keys of a file; the first signs. */
export type KeyRing = readonly [PrivateKey, ...PrivateKey[]];

/**
 * Makes an Ed25519 private key in JWK form at `path` unless one is there already; safe to call again and from two
 * processes at once. A key is named by its RFC 7638 thumbprint, so that a new key never goes by an old name; that of a
 * service is called `<service>#<thumbprint>`. Returns the id of the key that signs. Throws KEY_FILE_INVALID if `path`
 * holds something else.
 */
export function generateKeyFile(path: string, service?: string): string {
  if (!existsSync(path)) {
    const content = `${JSON.stringify(newPrivateJwk(service), null, 2)}\n`;
    writeFileAtomically(path, content, { mode: 0o600, keepExisting: true });
  }
  chmodSync(path, 0o600);
  const [{ keyId }] = readKeyRing(path);
  if (service !== undefined && serviceOfKeyId(keyId) !== service) throw invalid(path, 'holds a key of another service');
  return keyId;
}

/** A new private key as it stands in a file. */
export function newPrivateJwk(service?: string): Readonly<Record<string, unknown>> {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const print = thumbprint(String(jwk.x));
  return { kid: service === undefined ? print : `${service}#${print}`, use: 'sig', alg: 'EdDSA', ...jwk };
}

/** Whose key it is: `psychiatry` and `psychiatry#…` are keys of the service psychiatry. */
export function serviceOfKeyId(keyId: string): string {
  return keyId.split('#', 1)[0]!;
}

/** The service that a private key belongs to; undefined for a key that is named by its thumbprint alone. */
export function serviceOfKey({ keyId, key }: PrivateKey): string | undefined {
  return keyId === thumbprint(publicJwkOf(keyId, key).x) ? undefined : serviceOfKeyId(keyId);
}

/** A file's keys, the one that signs first. Throws KEY_FILE_INVALID, naming the file's base name, if there is none. */
export function readKeyRing(path: string): KeyRing {
  const jwks = readPrivateJwks(path);
  const keys = jwks.map((jwk) => privateKeyOf(path, jwk));
  if (new Set(keys.map(({ keyId }) => keyId)).size < keys.length) throw invalid(path, 'holds two keys of one id');
  return keys as unknown as KeyRing;
}

/** The same as JSON. Throws KEY_FILE_INVALID. */
export function readPrivateJwks(path: string): readonly Readonly<Record<string, unknown>>[] {
  let content: Record<string, unknown> | null;
  try {
    content = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> | null;
  } catch {
    throw invalid(path, 'cannot be read');
  }
  const keys = Array.isArray(content?.['keys']) ? (content['keys'] as (Record<string, unknown> | null)[]) : [content];
  if (keys.length === 0) throw invalid(path, 'holds no key');
  return keys.map((jwk) => jwk ?? {});
}

function privateKeyOf(path: string, jwk: Readonly<Record<string, unknown>>): PrivateKey {
  if (jwk['kty'] !== 'OKP' || jwk['crv'] !== 'Ed25519' || typeof jwk['d'] !== 'string') {
    throw invalid(path, 'is not an Ed25519 private key');
  }
  if (typeof jwk['kid'] !== 'string' || jwk['kid'] === '') throw invalid(path, 'has no key id');
  try {
    return { keyId: jwk['kid'], key: createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' }) };
  } catch {
    throw invalid(path, 'is not an Ed25519 private key');
  }
}

/** The public half of private key files, as a JWK set. Throws KEY_FILE_INVALID, also for two keys of one id. */
export function publicJwks(paths: readonly string[]): Jwks {
  const seen = new Set<string>();
  const keys = paths.flatMap((path) =>
    readKeyRing(path).map(({ keyId, key }) => {
      if (seen.has(keyId)) throw invalid(path, 'holds a key whose id another file has too');
      seen.add(keyId);
      return publicJwkOf(keyId, key);
    }),
  );
  return { keys };
}

/** The public half of a private key. */
export function publicJwkOf(keyId: string, key: KeyObject): PublicJwk {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x: String(x), kid: keyId, use: 'sig', alg: 'EdDSA' };
}

/** Writes the public half of private key files to `path`, for others to read. */
export function writePublicJwks(path: string, keyFiles: readonly string[]): void {
  writeFileInPlace(path, `${JSON.stringify(publicJwks(keyFiles), null, 2)}\n`, 0o644);
}

function thumbprint(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

function invalid(path: string, what: string) {
  return identityError('KEY_FILE_INVALID', { message: `The key file ${basename(path)} ${what}.` });
}
