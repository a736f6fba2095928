/**
 * The signed form of grants: a compact JWS with exactly one algorithm (EdDSA over Ed25519), one type, and nothing else in
 * its header, so there is nothing to confuse. By node:crypto because it runs on every call: 0.11 ms to verify and 0.04 ms
 * to sign, where jose takes 0.20 and 0.12.
 */
import { sign, verify, type KeyObject } from 'node:crypto';
import { decodePart, encodePart } from './jwsParts.js';

/** A longer text is no JWS here, in characters; a grant of 1,000 citizens, reading and writing everything, is half as long. */
export const LONGEST_JWS = 256 * 1024;
const FORM = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/;

/** Signs claims with an Ed25519 private key. `type` says what for and stands in the header, so that no kind passes for another. */
export function signCompactJws(type: string, keyId: string, privateKey: KeyObject, claims: object): string {
  const input = `${encodePart({ alg: 'EdDSA', kid: keyId, typ: type })}.${encodePart(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
}

/** A text in the form of a compact JWS of this type, whoever made it. */
export interface CompactJws {
  readonly keyId: string;
  /** Null for anything that is no JSON object. */
  claims(): Readonly<Record<string, unknown>> | null;
  isSignedBy(key: KeyObject): boolean;
}

/** Reads the form; null if it is anything else than a JWS of this type. */
export function readCompactJws(type: string, text: unknown): CompactJws | null {
  if (typeof text !== 'string' || text.length > LONGEST_JWS || !FORM.test(text)) return null;
  const [header = '', payload = '', signature = ''] = text.split('.');
  const { alg, kid, typ, ...others } = decodePart(header) ?? {};
  if (alg !== 'EdDSA' || typ !== type || typeof kid !== 'string' || Object.keys(others).length > 0) return null;
  return {
    keyId: kid,
    claims: () => decodePart(payload),
    isSignedBy: (key) =>
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')),
  };
}
