/** A place in the order of an access log: emergency accesses first, then the newest. Opaque to whoever holds it. */
import { ledgerError } from './errors.js';

/** An entry's place within its citizen's log. */
export interface AccessLogPlace {
  readonly emergency: boolean;
  readonly seq: number;
}

/** A place as text for clients. */
export function encodeCursor({ emergency, seq }: AccessLogPlace): string {
  return Buffer.from(`${emergency ? 'e' : 'n'}${seq}`).toString('base64url');
}

/** Text from a client as a place. Throws LEDGER_CURSOR_INVALID. */
export function decodeCursor(cursor: string): AccessLogPlace {
  const [, kind, seq] = /^([en])([1-9][0-9]{0,14})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  const place = { emergency: kind === 'e', seq: Number(seq) };
  if (kind === undefined || encodeCursor(place) !== cursor)
    throw ledgerError('LEDGER_CURSOR_INVALID', { field: 'after' });
  return place;
}
