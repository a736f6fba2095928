/**
 * Private keys live in one file of their owner's that only the owner can read (0600), and nowhere else. It holds one key
 * or, while keys are replaced, a JWK set: the first signs, all of them count (see rotateKeys.ts).
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type ED25519KeyPairOptions,
  type JsonWebKey,
  type KeyObject,
  type X25519KeyPairOptions,
} from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { identityError } from './errors.js';
import { USE_OF, type Curve, type Jwks, type PublicJwk } from './jwks.js';
import { writeFileAtomically, writeFileInPlace } from './writeFileAtomically.js';

const ENCODED: ED25519KeyPairOptions<'der', 'der'> & X25519KeyPairOptions<'der', 'der'> = {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
};

/** A private key as read from its file. */
export interface PrivateKey {
  readonly keyId: string;
  readonly key: KeyObject;
}

/** All keys of a file; the first signs. */
export type KeyRing = readonly [PrivateKey, ...PrivateKey[]];

/**
 * Makes a private key in JWK form at `path` unless one is there already; safe to call again and from two processes at
 * once: an X25519 key for calls of a service, an Ed25519 key for signatures. It is named by its RFC 7638 thumbprint, so
 * that a new key never goes by an old name; that of a service is called `<service>#<thumbprint>`. Returns the id of the
 * key that signs. Throws KEY_FILE_INVALID if `path` holds something else.
 */
export function generateKeyFile(path: string, service?: string): string {
  if (!existsSync(path)) {
    const content = `${JSON.stringify(newPrivateJwk(service), null, 2)}\n`;
    writeFileAtomically(path, content, { mode: 0o600, keepExisting: true });
  }
  chmodSync(path, 0o600);
  const [{ keyId }] = readKeyRing(path, service === undefined ? 'Ed25519' : 'X25519');
  if (service !== undefined && serviceOfKeyId(keyId) !== service) throw invalid(path, 'holds a key of another service');
  return keyId;
}

/** A new private key as it stands in a file. */
export function newPrivateJwk(service?: string): Readonly<Record<string, unknown>> {
  if (service === undefined) {
    const jwk = asJwk(generateKeyPairSync('ed25519', ENCODED));
    return { kid: thumbprint('Ed25519', String(jwk.x)), use: USE_OF.Ed25519, alg: 'EdDSA', ...jwk };
  }
  const jwk = asJwk(generateKeyPairSync('x25519', ENCODED));
  return { kid: `${service}#${thumbprint('X25519', String(jwk.x))}`, use: USE_OF.X25519, ...jwk };
}

/**
 * By way of DER: the object that makes a key shares a lock with it, and Node 20 stops for good when that object is
 * collected as garbage in the middle of writing the key as JWK.
 */
function asJwk({ privateKey: key }: { readonly privateKey: Buffer }): JsonWebKey {
  return createPrivateKey({ key, ...ENCODED.privateKeyEncoding }).export({ format: 'jwk' });
}

/** Whose key it is: `psychiatry` and `psychiatry#…` are keys of the service psychiatry. */
export function serviceOfKeyId(keyId: string): string {
  return keyId.split('#', 1)[0]!;
}

/** The service that a private key belongs to; undefined for a key that signs. */
export function serviceOfKey({ keyId, key }: PrivateKey): string | undefined {
  return curveOf(key) === 'Ed25519' ? undefined : serviceOfKeyId(keyId);
}

/**
 * A file's keys, the one that signs first; all of one curve, of `curve` if it is given. Throws KEY_FILE_INVALID, naming
 * the file's base name, if there are none such.
 */
export function readKeyRing(path: string, curve?: Curve): KeyRing {
  const jwks = readPrivateJwks(path);
  const [first] = jwks;
  const expected = curve ?? (first!['crv'] === 'X25519' ? 'X25519' : 'Ed25519');
  const keys = jwks.map((jwk) => privateKeyOf(path, jwk, expected));
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

function privateKeyOf(path: string, jwk: Readonly<Record<string, unknown>>, curve: Curve): PrivateKey {
  const isOther = `is not an ${curve} private key`;
  if (jwk['kty'] !== 'OKP' || jwk['crv'] !== curve || typeof jwk['d'] !== 'string') throw invalid(path, isOther);
  if (typeof jwk['kid'] !== 'string' || jwk['kid'] === '') throw invalid(path, 'has no key id');
  try {
    return { keyId: jwk['kid'], key: createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' }) };
  } catch {
    throw invalid(path, isOther);
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
  const x = String(createPublicKey(key).export({ format: 'jwk' }).x);
  const crv = curveOf(key);
  return { kty: 'OKP', crv, x, kid: keyId, use: USE_OF[crv], ...(crv === 'Ed25519' ? { alg: 'EdDSA' as const } : {}) };
}

function curveOf({ asymmetricKeyType }: KeyObject): Curve {
  return asymmetricKeyType === 'x25519' ? 'X25519' : 'Ed25519';
}

/** Writes the public half of private key files to `path`, for others to read. */
export function writePublicJwks(path: string, keyFiles: readonly string[]): void {
  writeFileInPlace(path, `${JSON.stringify(publicJwks(keyFiles), null, 2)}\n`, 0o644);
}

function thumbprint(crv: Curve, x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv, kty: 'OKP', x }))
    .digest('base64url');
}

function invalid(path: string, what: string) {
  return identityError('KEY_FILE_INVALID', { message: `The key file ${basename(path)} ${what}.` });
}
