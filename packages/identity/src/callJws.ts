/**
 * The form of a call between services: a compact JWS (RFC 7515) with HMAC-SHA256 by a key that only the two have. Its
 * header holds `alg`, `typ`, `kid` (whose key it is made for), `skid` (whose it is made with) and nothing else, so there
 * is nothing to confuse. It costs a tenth of an Ed25519 signature: docs/decisions/0032.
 */
import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { decodePart, encodePart } from './jwsParts.js';
import type { Direction } from './sharedKey.js';

/** A call is short, in characters: names, times and digests. */
const LONGEST = 8 * 1024;
const FORM = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/;
const [ALG, TYP] = ['HS256', 'sammen-call+jwt'];

/** Headers, written once for each key that calls are signed with. */
const headers = new WeakMap<Direction, string>();

function headerOf(direction: Direction): string {
  const known = headers.get(direction);
  if (known !== undefined) return known;
  const { from, to } = direction;
  const written = encodePart({ alg: ALG, kid: to, skid: from, typ: TYP });
  headers.set(direction, written);
  return written;
}

/** Signs claims with a shared key. */
export function signCallJws(key: KeyObject, direction: Direction, claims: object): string {
  const input = `${headerOf(direction)}.${encodePart(claims)}`;
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
}

/**
 * The claims and the id of the key of the service that signed them; null if it is anything else than a call signed with
 * the key that `keyOf` gives for its direction (null: none). Rejects only as `keyOf` does.
 */
export async function verifyCallJws(
  text: unknown,
  keyOf: (direction: Direction) => Promise<KeyObject | null>,
): Promise<{ readonly from: string; readonly claims: Readonly<Record<string, unknown>> } | null> {
  if (typeof text !== 'string' || text.length > LONGEST || !FORM.test(text)) return null;
  const [header = '', payload = '', signature = ''] = text.split('.');
  const { alg, typ, kid, skid, ...others } = decodePart(header) ?? {};
  if (alg !== ALG || typ !== TYP || Object.keys(others).length > 0) return null;
  if (typeof kid !== 'string' || typeof skid !== 'string') return null;
  const key = await keyOf({ from: skid, to: kid });
  if (!key) return null;
  const right = createHmac('sha256', key).update(`${header}.${payload}`).digest();
  if (!timingSafeEqual(right, Buffer.from(signature, 'base64url'))) return null;
  const claims = decodePart(payload);
  return claims && { from: skid, claims };
}
