/** Ends of chains that lead nowhere: a head, or what a checkpoint signed, without the event that it names. */
import { rowsOf, type Runner } from '../runner.js';
import { genesisOf } from '../schema/openFunction.js';
import type { ChainBreak, ChainProblem } from './chainBreak.js';

/** A chain that was opened and has no event leads nowhere rightly, as long as it ends where it began. */
const HEADS = `
  SELECT h.citizen_id::text, h.seq::text AS end_seq, coalesce(last.seq, 0)::text AS last_seq, NULL AS good_seq,
    last.seq IS NOT DISTINCT FROM h.seq AS there
  FROM ledger.head AS h
  LEFT JOIN ledger.event AS e ON e.citizen_id = h.citizen_id AND e.seq = h.seq
  LEFT JOIN LATERAL (SELECT max(l.seq) AS seq FROM ledger.event AS l WHERE l.citizen_id = h.citizen_id) AS last ON true
  WHERE e.hash IS DISTINCT FROM h.hash AND ($1::uuid IS NULL OR h.citizen_id = $1::uuid)
    AND NOT (h.seq = 0 AND h.position = 0 AND last.seq IS NULL AND h.hash = ${genesisOf('h.citizen_id')})`;

/** Of each chain the first end that was signed and is not there as it was signed. */
const SIGNED = `
  SELECT bad.citizen_id::text, bad.seq::text AS end_seq, coalesce(last.seq, 0)::text AS last_seq, coalesce(good.seq, 0)::text AS good_seq,
    bad.there
  FROM (
    SELECT DISTINCT ON (s.citizen_id) s.citizen_id, s.seq, e.citizen_id IS NOT NULL AS there
    FROM ledger.checkpoint_end AS s
    LEFT JOIN ledger.event AS e ON e.citizen_id = s.citizen_id AND e.seq = s.seq
    WHERE e.hash IS DISTINCT FROM s.hash AND ($1::uuid IS NULL OR s.citizen_id = $1::uuid)
    ORDER BY s.citizen_id, s.seq
  ) AS bad
  LEFT JOIN LATERAL (
    SELECT max(l.seq) AS seq FROM ledger.event AS l WHERE l.citizen_id = bad.citizen_id AND l.seq < bad.seq
  ) AS last ON true
  LEFT JOIN LATERAL (
    SELECT max(g.seq) AS seq FROM ledger.checkpoint_end AS g WHERE g.citizen_id = bad.citizen_id AND g.seq < bad.seq
  ) AS good ON true`;

interface Row {
  citizen_id: string;
  /** The place of the end in question. */
  end_seq: string;
  /** The last event before the end in question. */
  last_seq: string;
  /** The last end before it that was signed and is right. */
  good_seq: string | null;
  /** Whether there is an event at that place at all. */
  there: boolean;
}

/** A break, and the end that shows it. */
export interface StrayEnd extends ChainBreak {
  readonly endSeq: number;
}

/**
 * The breaks that reading events alone does not show. What was signed and differs was changed after the last end that
 * was signed and is right; where exactly, only the events themselves could tell, and they were rewritten.
 */
export async function strayEnds(runner: Runner, citizenId: string | null): Promise<StrayEnd[]> {
  const breaks: StrayEnd[] = [];
  for (const [sql, problem] of [
    [HEADS, 'HEAD'],
    [SIGNED, 'CHECKPOINT'],
  ] as [string, ChainProblem][]) {
    for (const row of await rowsOf<Row>(runner, sql, [citizenId])) {
      const seq = row.there ? Number(row.good_seq ?? Number(row.last_seq) - 1) + 1 : Number(row.last_seq) + 1;
      const eventId = await eventAt(runner, row.citizen_id, seq);
      breaks.push({ citizenId: row.citizen_id, seq, eventId, problem, endSeq: Number(row.end_seq) });
    }
  }
  return breaks;
}

async function eventAt(runner: Runner, citizenId: string, seq: number): Promise<string | null> {
  const sql = 'SELECT id::text FROM ledger.event WHERE citizen_id = $1 AND seq = $2';
  const [event] = await rowsOf<{ id: string }>(runner, sql, [citizenId, seq]);
  return event?.id ?? null;
}
