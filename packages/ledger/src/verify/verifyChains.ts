/** Every chain, or one, is recomputed from its first event; memory does not grow with the ledger. */
import { UNKNOWN_CITIZEN } from '../ledgerEvent.js';
import { rowsOf, type Runner } from '../runner.js';
import { breakAt, breakAtEnd, type ChainBreak, type VerifiedRow } from './chainBreak.js';
import { strayEnds } from './strayEnds.js';
import { createTimeline, type Timeline } from './timeline.js';

/** What a verification found. */
export interface ChainReport {
  readonly ok: boolean;
  readonly chains: number;
  readonly events: number;
  /** Events whose particulars were erased at the end of their retention. */
  readonly erased: number;
  /** Events that are younger than every checkpoint. */
  readonly unsigned: number;
  /** The first break of each broken chain, in the order of citizen ids. */
  readonly breaks: readonly ChainBreak[];
}

/** What to verify, and against what. */
export interface ChainOptions {
  /** One citizen's chain only. */
  readonly citizenId?: string | null;
  readonly pageSize?: number;
  /** Only what was logged after this checkpoint, whose tree was verified already. */
  readonly since?: { readonly number: number; readonly position: number } | null;
  /** The checkpoints that are there, their signatures verified; none when left out. */
  readonly timeline?: Timeline;
  /** Told how many events are verified so far. */
  readonly progress?: (events: number) => void;
}

const BASE = `LEFT JOIN LATERAL (
    SELECT b.seq, b.hash FROM ledger.checkpoint_end AS b
    WHERE b.citizen_id = e.citizen_id AND b.checkpoint <= $4 ORDER BY b.seq DESC LIMIT 1
  ) AS b ON true`;

const page = (oneCitizen: boolean, since: boolean) => `
  SELECT e.citizen_id::text, e.seq::text, e.id::text, e.position::text, e.request_id, e.emergency, e.prev_hash, e.hash,
    e.commitment, (extract(epoch FROM e.at) * 1000000)::bigint::text AS at_us,
    p.citizen_id IS NOT NULL AS has_payload, p.salt, p.body::text AS body, h.seq::text AS head_seq, h.hash AS head_hash,
    s.checkpoint::text AS end_checkpoint,
    ${since ? 'b.seq::text AS base_seq, b.hash AS base_hash' : 'NULL AS base_seq, NULL AS base_hash'}
  FROM ledger.event AS e
  LEFT JOIN ledger.payload AS p ON p.citizen_id = e.citizen_id AND p.seq = e.seq
  LEFT JOIN ledger.head AS h ON h.citizen_id = e.citizen_id
  LEFT JOIN ledger.checkpoint_end AS s ON s.citizen_id = e.citizen_id AND s.seq = e.seq
  ${since ? BASE : ''}
  WHERE ${oneCitizen ? 'e.citizen_id = $1::uuid AND e.seq > $2::bigint' : '(e.citizen_id, e.seq) > ($1::uuid, $2::bigint)'}
    ${since ? 'AND e.position > $5' : ''}
  ORDER BY e.citizen_id, e.seq LIMIT $3`;

/**
 * Verifies all chains, or one citizen's, while the ledger is in use. Run as the owner: it reads the tables themselves.
 * Finds whatever was changed, dropped, swapped, added or cut off. A chain that was rewritten as a whole, head
 * included, contradicts the checkpoints, if there are any since.
 */
export async function verifyChains(runner: Runner, options: ChainOptions = {}): Promise<ChainReport> {
  const { citizenId = null, pageSize = 2_000, since = null, timeline = createTimeline(), progress } = options;
  const broken = new Map<string, ChainBreak>();
  const counts = { chains: 0, events: 0, erased: 0, unsigned: 0 };
  const note = (found: ChainBreak | null) => {
    if (found && found.seq < (broken.get(found.citizenId)?.seq ?? Infinity)) broken.set(found.citizenId, found);
  };
  // The all-zero id sorts first, and no place in a chain is 0.
  let previous: VerifiedRow | null = null;
  let rows: VerifiedRow[];
  do {
    const after: unknown[] = previous ? [previous.citizen_id, previous.seq] : [citizenId ?? UNKNOWN_CITIZEN, 0];
    const base = since ? [since.number, since.position] : [];
    rows = await rowsOf<VerifiedRow>(runner, page(citizenId !== null, since !== null), [...after, pageSize, ...base]);
    for (const row of rows) {
      const begins: boolean = previous?.citizen_id !== row.citizen_id;
      if (begins && previous) note(breakAtEnd(previous, timeline));
      if (begins) counts.chains += 1;
      counts.events += 1;
      if (row.has_payload && row.body === null) counts.erased += 1;
      if (timeline.checkpointOf(Number(row.position)) === null) counts.unsigned += 1;
      note(breakAt(row, begins ? baseOf(row) : previous, timeline));
      previous = row;
    }
    progress?.(counts.events);
  } while (rows.length === pageSize);
  if (previous) note(breakAtEnd(previous, timeline));
  for (const { endSeq, ...stray } of await strayEnds(runner, citizenId)) {
    // Where the chain itself shows what is wrong, that is told, more exactly than by its end.
    if ((broken.get(stray.citizenId)?.seq ?? Infinity) > endSeq) note(stray);
  }
  const breaks = [...broken.values()].sort((a, b) => (a.citizenId < b.citizenId ? -1 : 1));
  return { ok: breaks.length === 0, ...counts, breaks };
}

const baseOf = ({ base_seq: seq, base_hash: hash }: VerifiedRow) => (seq === null ? null : { seq, hash: hash! });
