/** The whole log, or a part of it, event by event in the order of time: for export; memory does not grow with it. */
import { microsecondsAsText } from './checkpoint/microseconds.js';
import type { LedgerPayload } from './ledgerEvent.js';
import { rowsOf, type Runner } from './runner.js';
import { eachDecision } from './schema/eachDecision.js';

/** An event as it stands in the ledger. */
export interface StoredEvent {
  readonly citizenId: string;
  /** Place in the citizen's chain. */
  readonly seq: number;
  readonly id: string;
  readonly at: Date;
  readonly requestId: string;
  readonly emergency: boolean;
  /** Hash of the event, hexadecimal. */
  readonly hash: string;
  /** Null once erased at the end of its retention. */
  readonly payload: LedgerPayload | null;
}

/** Which events. */
export interface EventRange {
  readonly citizenId?: string | null;
  /** From this moment on. */
  readonly from?: Date | null;
  /** Before this moment. */
  readonly to?: Date | null;
}

interface Row {
  citizen_id: string;
  seq: string;
  id: string;
  at: Date;
  at_us: string;
  request_id: string;
  emergency: boolean;
  hash: string;
  body: LedgerPayload | null;
}

const PAGE = 1_000;

/** Of one citizen in the order of the chain, of all in the order of time; each uses an index that is there. */
const statement = (one: boolean) => `
  SELECT e.citizen_id::text, e.seq::text, e.id::text, e.at, (extract(epoch FROM e.at) * 1000000)::bigint::text AS at_us,
    e.request_id, e.emergency, encode(e.hash, 'hex') AS hash,
    ${eachDecision('p.body')} AS body
  FROM ledger.event AS e LEFT JOIN ledger.payload AS p ON p.citizen_id = e.citizen_id AND p.seq = e.seq
  WHERE e.at >= $1 AND e.at < $2
    AND ${one ? 'e.citizen_id = $4::uuid AND e.seq > $5::bigint AND $3::text IS NOT NULL' : '(e.at, e.citizen_id, e.seq) > ($3::timestamptz, $4::uuid, $5::bigint)'}
  ORDER BY ${one ? 'e.seq' : 'e.at, e.citizen_id, e.seq'} LIMIT ${PAGE}`;

/** Run as the owner: it reads the tables themselves. */
export async function* readEvents(
  runner: Runner,
  { citizenId = null, from = null, to = null }: EventRange = {},
): AsyncGenerator<StoredEvent> {
  const range = [from?.toISOString() ?? '-infinity', to?.toISOString() ?? 'infinity'];
  let after: unknown[] = ['-infinity', citizenId ?? '00000000-0000-0000-0000-000000000000', 0];
  let rows: Row[];
  do {
    rows = await rowsOf<Row>(runner, statement(citizenId !== null), [...range, ...after]);
    for (const { citizen_id, seq, id, at, request_id, emergency, hash, body } of rows) {
      yield { citizenId: citizen_id, seq: Number(seq), id, at, requestId: request_id, emergency, hash, payload: body };
    }
    const last = rows.at(-1);
    if (last) after = [microsecondsAsText(last.at_us), last.citizen_id, last.seq];
  } while (rows.length === PAGE);
}
