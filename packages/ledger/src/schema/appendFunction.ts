import { CUT_LOCK } from './locks.js';

/** How long an append waits for a chain that somebody else holds, before it fails. */
const LOCK_TIMEOUT = '1500ms';
/**
 * How long one waits that is about several: it holds some chains while it waits for others, so whoever asks about those
 * alone has to outlast it.
 */
const LOCK_TIMEOUT_OF_SEVERAL = '1000ms';

/**
 * The only way into the ledger: one call appends any number of events to any number of chains, or nothing at all
 * (INVARIANT I-2). Locks are taken in the order of citizen ids, first by opening missing chains, then by locking all
 * heads, so two calls over the same citizens wait for each other, and nobody waits for ever.
 * The shared lock is held until commit. A checkpoint takes it alone for a moment, so that no event with a smaller
 * position than its own can be committed later (checkpointCut.ts).
 *
 * chainBytes.ts computes the same bytes in TypeScript, from the words of this comment:
 * commitment = sha256("sammen:ledger:payload:1\\n" | salt | body as jsonb text, UTF-8);
 * hash = sha256("sammen:ledger:event:1\\n" | previous hash | citizen | seq | id | position | microseconds since 1970 |
 * emergency as one byte | commitment | request id, UTF-8). Numbers are 8 bytes, big-endian; ids 16 bytes.
 */
export const APPEND_FUNCTION: readonly string[] = [
  `CREATE OR REPLACE FUNCTION ledger.append(events jsonb)
    RETURNS TABLE (ord int, citizen_id uuid, seq bigint, id uuid, "position" bigint)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET lock_timeout = '${LOCK_TIMEOUT}' AS $$
#variable_conflict use_column
DECLARE
  chains uuid[];
  one record;
  chain uuid;
  last_seq bigint;
  last_hash bytea;
  next_position bigint;
  now_at timestamptz;
  new_id uuid;
  salt bytea;
  commitment bytea;
  ords int[] := '{}'; citizens uuid[] := '{}'; seqs bigint[] := '{}'; ids uuid[] := '{}'; positions bigint[] := '{}';
  ats timestamptz[] := '{}'; requests text[] := '{}'; emergencies boolean[] := '{}'; salts bytea[] := '{}';
  bodies jsonb[] := '{}'; commitments bytea[] := '{}'; prevs bytea[] := '{}'; hashes bytea[] := '{}';
BEGIN
  PERFORM pg_advisory_xact_lock_shared(${CUT_LOCK});
  SELECT array_agg(DISTINCT (e->>'citizenId')::uuid) INTO chains FROM jsonb_array_elements(events) AS e;
  IF EXISTS (SELECT FROM unnest(chains) AS c WHERE NOT EXISTS (SELECT FROM ledger.head AS h WHERE h.citizen_id = c)) THEN
    PERFORM ledger.open(chains);
  END IF;
  IF cardinality(chains) > 1 THEN
    PERFORM set_config('lock_timeout', '${LOCK_TIMEOUT_OF_SEVERAL}', true);
  END IF;

  FOR one IN
    WITH locked AS MATERIALIZED (
      SELECT h.citizen_id, h.seq, h.hash FROM ledger.head AS h
      WHERE h.citizen_id = ANY (chains)
      ORDER BY h.citizen_id
      FOR UPDATE
    )
    SELECT l.citizen_id, l.seq, l.hash, e.value AS event, e.ordinality::int AS ord
    FROM jsonb_array_elements(events) WITH ORDINALITY AS e
    JOIN locked AS l ON l.citizen_id = (e.value->>'citizenId')::uuid
    ORDER BY l.citizen_id, e.ordinality
  LOOP
    IF chain IS DISTINCT FROM one.citizen_id THEN
      chain := one.citizen_id;
      last_seq := one.seq;
      last_hash := one.hash;
    END IF;
    last_seq := last_seq + 1;
    next_position := nextval('ledger.position');
    now_at := clock_timestamp();
    new_id := gen_random_uuid();
    -- Two random UUIDs: 244 random bits from the server's strong source, without an extension.
    salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    commitment := sha256(
      '\\x${hex('sammen:ledger:payload:1\n')}'::bytea || salt || convert_to((one.event->'body')::text, 'UTF8'));
    prevs := prevs || last_hash;
    last_hash := sha256(
      '\\x${hex('sammen:ledger:event:1\n')}'::bytea || last_hash || uuid_send(chain) || int8send(last_seq)
      || uuid_send(new_id) || int8send(next_position) || int8send((extract(epoch FROM now_at) * 1000000)::bigint)
      || CASE WHEN (one.event->>'emergency')::boolean THEN '\\x01'::bytea ELSE '\\x00'::bytea END
      || commitment || convert_to(one.event->>'requestId', 'UTF8'));
    ords := ords || one.ord;
    citizens := citizens || chain;
    seqs := seqs || last_seq;
    ids := ids || new_id;
    positions := positions || next_position;
    ats := ats || now_at;
    requests := requests || (one.event->>'requestId');
    emergencies := emergencies || (one.event->>'emergency')::boolean;
    salts := salts || salt;
    bodies := bodies || (one.event->'body');
    commitments := commitments || commitment;
    hashes := hashes || last_hash;
  END LOOP;

  INSERT INTO ledger.event (citizen_id, seq, id, position, at, request_id, emergency, commitment, prev_hash, hash)
    SELECT * FROM unnest(citizens, seqs, ids, positions, ats, requests, emergencies, commitments, prevs, hashes);
  INSERT INTO ledger.payload (citizen_id, seq, at, salt, body)
    SELECT * FROM unnest(citizens, seqs, ats, salts, bodies);
  UPDATE ledger.head AS h SET seq = n.seq, hash = n.hash, position = n.position
    FROM (
      SELECT DISTINCT ON (u.citizen_id) u.citizen_id, u.seq, u.hash, u.position
      FROM unnest(citizens, seqs, hashes, positions) AS u (citizen_id, seq, hash, position)
      ORDER BY u.citizen_id, u.seq DESC
    ) AS n
    WHERE h.citizen_id = n.citizen_id;
  RETURN QUERY SELECT * FROM unnest(ords, citizens, seqs, ids, positions);
END $$`,
  `REVOKE ALL ON FUNCTION ledger.append(jsonb) FROM PUBLIC`,
];

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
