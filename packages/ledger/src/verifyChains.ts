/** Every chain, or one, is recomputed from its first event; memory does not grow with the ledger. */
import { breakAt, breakAtEnd, type ChainBreak, type VerifiedRow } from './chainBreak.js';
import { UNKNOWN_CITIZEN } from './ledgerEvent.js';
import { rowsOf, type Runner } from './runner.js';

/** What a verification found. */
export interface ChainReport {
  readonly ok: boolean;
  readonly chains: number;
  readonly events: number;
  /** Events whose particulars were erased at the end of their retention. */
  readonly erased: number;
  /** The first break of each broken chain, in the order of citizen ids. */
  readonly breaks: readonly ChainBreak[];
}

const page = (oneCitizen: boolean) => `
  SELECT e.citizen_id::text, e.seq::text, e.id::text, e.position::text, e.request_id, e.emergency, e.prev_hash, e.hash,
    e.commitment, (extract(epoch FROM e.at) * 1000000)::bigint::text AS at_us,
    p.citizen_id IS NOT NULL AS has_payload, p.salt, p.body::text AS body, h.seq::text AS head_seq, h.hash AS head_hash
  FROM ledger.event AS e
  LEFT JOIN ledger.payload AS p ON p.citizen_id = e.citizen_id AND p.seq = e.seq
  LEFT JOIN ledger.head AS h ON h.citizen_id = e.citizen_id
  WHERE ${oneCitizen ? 'e.citizen_id = $1::uuid AND e.seq > $2::bigint' : '(e.citizen_id, e.seq) > ($1::uuid, $2::bigint)'}
  ORDER BY e.citizen_id, e.seq LIMIT $3`;

const HEADS_WITHOUT_EVENTS = `
  SELECT h.citizen_id::text FROM ledger.head AS h
  WHERE ($1::uuid IS NULL OR h.citizen_id = $1::uuid)
    AND NOT EXISTS (SELECT FROM ledger.event AS e WHERE e.citizen_id = h.citizen_id)
  ORDER BY h.citizen_id`;

/**
 * Verifies all chains, or one citizen's, while the ledger is in use. Run as the owner: it reads the tables themselves.
 * Finds whatever was changed, dropped, swapped, added or cut off. A chain that was rewritten as a whole, head
 * included, adds up again: only a signed checkpoint kept elsewhere tells.
 */
export async function verifyChains(
  runner: Runner,
  { citizenId = null, pageSize = 2_000 }: { readonly citizenId?: string | null; readonly pageSize?: number } = {},
): Promise<ChainReport> {
  const broken = new Map<string, ChainBreak>();
  const counts = { chains: 0, events: 0, erased: 0 };
  const note = (found: ChainBreak | null) => {
    if (found && !broken.has(found.citizenId)) broken.set(found.citizenId, found);
  };
  // The all-zero id sorts first, and no place in a chain is 0.
  let previous: VerifiedRow | null = null;
  let rows: VerifiedRow[];
  do {
    const after: unknown[] = previous ? [previous.citizen_id, previous.seq] : [citizenId ?? UNKNOWN_CITIZEN, 0];
    rows = await rowsOf<VerifiedRow>(runner, page(citizenId !== null), [...after, pageSize]);
    for (const row of rows) {
      const begins: boolean = previous?.citizen_id !== row.citizen_id;
      if (begins && previous) note(breakAtEnd(previous));
      if (begins) counts.chains += 1;
      counts.events += 1;
      if (row.has_payload && row.body === null) counts.erased += 1;
      note(breakAt(row, begins ? null : previous));
      previous = row;
    }
  } while (rows.length === pageSize);
  if (previous) note(breakAtEnd(previous));
  for (const head of await rowsOf<{ citizen_id: string }>(runner, HEADS_WITHOUT_EVENTS, [citizenId])) {
    note({ citizenId: head.citizen_id, seq: 1, eventId: null, problem: 'HEAD' });
  }
  const breaks = [...broken.values()].sort((a, b) => (a.citizenId < b.citizenId ? -1 : 1));
  return { ok: breaks.length === 0, ...counts, breaks };
}
