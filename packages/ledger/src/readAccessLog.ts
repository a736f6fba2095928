/** The citizen's view of who looked: emergency accesses first, then the newest first; any number of citizens, one statement (INVARIANT I-12). */
import { decodeCursor, encodeCursor } from './accessLogCursor.js';
import type { LedgerPayload } from './ledgerEvent.js';
import { rowsOf, type Runner } from './runner.js';

/** One look at a citizen. */
export interface AccessLogEntry {
  readonly id: string;
  readonly at: Date;
  readonly requestId: string;
  readonly emergency: boolean;
  /** Null once erased at the end of its retention. */
  readonly payload: LedgerPayload | null;
  readonly cursor: string;
}

/** A page of one citizen's log. */
export interface AccessLogPage {
  readonly entries: readonly AccessLogEntry[];
  readonly hasNextPage: boolean;
}

interface Row {
  citizen_id: string;
  seq: string;
  id: string;
  at: Date;
  request_id: string;
  emergency: boolean;
  body: LedgerPayload | null;
}

/** Two statements, so that the one with a cursor starts at its place in the index. */
const statement = (continued: boolean) => `
  SELECT l.* FROM unnest($1::uuid[]) AS c (citizen_id) CROSS JOIN LATERAL (
    SELECT a.citizen_id, a.seq, a.id, a.at, a.request_id, a.emergency, a.body
    FROM ledger.access_log AS a
    WHERE a.citizen_id = c.citizen_id ${continued ? 'AND (a.emergency, a.seq) < ($3::boolean, $4::bigint)' : ''}
    ORDER BY a.emergency DESC, a.seq DESC
    LIMIT $2
  ) AS l`;

/**
 * A page of each citizen's log, in the order of `citizenIds`; empty for a citizen whom nobody asked about.
 * @throws LEDGER_CURSOR_INVALID if `after` is not a cursor of an entry
 */
export async function readAccessLog(
  runner: Runner,
  citizenIds: readonly string[],
  { first, after }: { readonly first: number; readonly after?: string | null },
): Promise<AccessLogPage[]> {
  const place = after === undefined || after === null ? null : decodeCursor(after);
  const ids = [...new Set(citizenIds)];
  const parameters = [ids, first + 1, ...(place ? [place.emergency, place.seq] : [])];
  const found = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of await rowsOf<Row>(runner, statement(place !== null), parameters)) {
    found.get(row.citizen_id)?.push(row);
  }
  return citizenIds.map((id) => {
    const rows = found.get(id) ?? [];
    return { entries: rows.slice(0, first).map(toEntry), hasNextPage: rows.length > first };
  });
}

function toEntry({ id, at, request_id: requestId, emergency, body, seq }: Row): AccessLogEntry {
  return { id, at, requestId, emergency, payload: body, cursor: encodeCursor({ emergency, seq: Number(seq) }) };
}
