/** Signatures that have to be checked for years, such as those of checkpoints: the public keys, old ones too, stay in a file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sign, verify } from 'node:crypto';
import { identityError } from './errors.js';
import { keysOfJwks, type PublicJwk } from './jwks.js';
import { publicJwks, readKeyRing } from './keyFile.js';
import { writeFileAtomically } from './writeFileAtomically.js';

/** Signs bytes as they are; what they are for has to stand in them. */
export interface DetachedSigner {
  readonly keyId: string;
  sign(bytes: Buffer): Buffer;
}

/** Says whether an Ed25519 signature is right; null when the key is not known. */
export type DetachedVerifier = (keyId: string, bytes: Buffer, signature: Buffer) => boolean | null;

/** Reads a private key. Throws KEY_FILE_INVALID. */
export function createDetachedSigner(options: { readonly keyFile: string }): DetachedSigner {
  const [{ keyId, key }] = readKeyRing(options.keyFile, 'Ed25519');
  return { keyId, sign: (bytes) => sign(null, bytes, key) };
}

/** Reads a set of public keys. Throws KEY_FILE_INVALID, also when a private key stands in it. */
export function createDetachedVerifier(options: { readonly jwksFile: string }): DetachedVerifier {
  const keys = keysOfJwks({ keys: keysIn(options.jwksFile) }, 'Ed25519');
  if (keys === null) throw unreadable(options.jwksFile);
  return (keyId, bytes, signature) => {
    const key = keys.get(keyId);
    return key === undefined ? null : verify(null, bytes, key, signature);
  };
}

/** Adds the public halves of private key files to a set; what is in it stays, since old signatures have to be checked. */
export function addPublicKeys(jwksFile: string, keyFiles: readonly string[]): void {
  let kept: PublicJwk[] = [];
  try {
    kept = keysIn(jwksFile);
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== 'ENOENT') throw error;
  }
  const added = publicJwks(keyFiles).keys.filter(({ x }) => !kept.some((key) => key.x === x));
  if (added.length === 0) return;
  const content = `${JSON.stringify({ keys: [...kept, ...added] }, null, 2)}\n`;
  writeFileAtomically(jwksFile, content, { mode: 0o644 });
}

function keysIn(jwksFile: string): PublicJwk[] {
  try {
    const { keys } = JSON.parse(readFileSync(jwksFile, 'utf8')) as { keys: PublicJwk[] };
    if (Array.isArray(keys)) return keys;
  } catch (cause) {
    throw unreadable(jwksFile, cause);
  }
  throw unreadable(jwksFile);
}

function unreadable(path: string, cause?: unknown) {
  return identityError('KEY_FILE_INVALID', {
    message: `The key file ${basename(path)} is not a set of public keys.`,
    cause,
  });
}
