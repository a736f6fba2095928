/**
 * The only way out of the ledger: particulars older than a moment are erased; that something happened stays. The owner
 * may erase up to any moment; the application role, for the end of retention, only what is older than the floor.
 */

/** No retention is shorter than this, whatever is configured: the database itself refuses. */
export const RETENTION_FLOOR = 'P2Y';

export const ERASE_FUNCTION: readonly string[] = [
  `CREATE FUNCTION ledger.erase_some(before timestamptz, citizen uuid, most int) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  erased bigint;
BEGIN
  WITH due AS (
    SELECT p.citizen_id, p.seq FROM ledger.payload AS p
    JOIN ledger.event AS e ON e.citizen_id = p.citizen_id AND e.seq = p.seq
    -- The event's time counts, which the chain covers; the payload's finds it quickly.
    WHERE p.erased_at IS NULL AND p.at < before AND e.at < before AND (citizen IS NULL OR p.citizen_id = citizen)
    ORDER BY p.at LIMIT most
  )
  UPDATE ledger.payload AS p SET salt = NULL, body = NULL, erased_at = clock_timestamp()
    FROM due WHERE p.citizen_id = due.citizen_id AND p.seq = due.seq AND p.erased_at IS NULL;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$`,
  `REVOKE ALL ON FUNCTION ledger.erase_some(timestamptz, uuid, int) FROM PUBLIC`,
  `CREATE FUNCTION ledger.erase_payloads(before timestamptz, citizen uuid) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT ledger.erase_some(before, citizen, NULL) $$`,
  `REVOKE ALL ON FUNCTION ledger.erase_payloads(timestamptz, uuid) FROM PUBLIC`,
  `CREATE FUNCTION ledger.erase_expired(retention interval, most int) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF now() - retention > now() - interval '${RETENTION_FLOOR}' THEN
    RAISE EXCEPTION 'Retention is never shorter than ${RETENTION_FLOOR}' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN ledger.erase_some(now() - retention, NULL, most);
END $$`,
  `REVOKE ALL ON FUNCTION ledger.erase_expired(interval, int) FROM PUBLIC`,
];
