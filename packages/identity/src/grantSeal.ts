/**
 * A seal tells one service that the decision point made a grant: HMAC-SHA256 of the signed grant by a key that the two
 * have alone (INVARIANT I-1). Who finds one for itself need not verify the signature, which takes ten times as long; who finds none does.
 * Written behind the grant: `<JWS>~<key id of the decision point>~<key id of a service>:<seal>~…`. See docs/decisions/0033.
 */
import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { serviceOfKeyId } from './keyFile.js';
import type { KeyTo } from './pairwiseKeys.js';
import type { Direction } from './sharedKey.js';

/** The service that decides; seals of any other are none. */
const DECISION_POINT = 'citizen';
/** What a key id may hold to be written into a seal. */
const KEY_ID = /^[\w#.-]+$/;
/** Far more than there are services; who sends more is not read to the end. */
const MOST_TEXT = 16 * 1024;
const FORM = /^~[\w#.-]+(~[\w#.-]+:[\w-]{43})+$/;

/** A seal on a grant, not yet looked at. */
export interface Seal {
  readonly direction: Direction;
  readonly mac: string;
}

/** The signed grant with seals by a key of the decision point, for as many as there is room for; others verify the signature. */
export function sealed(jws: string, keys: Iterable<KeyTo>): string {
  let written = '';
  for (const { direction, key } of keys) {
    const { from, to } = direction;
    if (serviceOfKeyId(from) !== DECISION_POINT || !KEY_ID.test(from) || !KEY_ID.test(to)) continue;
    const more = `${written === '' ? `~${from}` : ''}~${to}:${macOf(jws, key).toString('base64url')}`;
    if (written.length + more.length <= MOST_TEXT) written += more;
  }
  return jws + written;
}

/** The signed grant and the seals behind it; null for what the decision point would not have written. */
export function readSeals(text: string): { readonly jws: string; readonly seals: readonly Seal[] } | null {
  const end = text.indexOf('~');
  if (end < 0) return { jws: text, seals: [] };
  const written = text.slice(end);
  if (written.length > MOST_TEXT || !FORM.test(written)) return null;
  const [from = '', ...rest] = written.slice(1).split('~');
  if (serviceOfKeyId(from) !== DECISION_POINT) return null;
  const seals = rest.map((one): Seal => {
    const at = one.indexOf(':');
    return { direction: { from, to: one.slice(0, at) }, mac: one.slice(at + 1) };
  });
  return { jws: text.slice(0, end), seals };
}

/** Whether this seal is on this grant. */
export function isSealOf(jws: string, { mac }: Seal, key: KeyObject): boolean {
  return timingSafeEqual(macOf(jws, key), Buffer.from(mac, 'base64url'));
}

function macOf(jws: string, key: KeyObject): Buffer {
  return createHmac('sha256', key).update(jws).digest();
}
