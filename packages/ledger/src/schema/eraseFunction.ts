/** The only way out of the ledger: particulars older than a moment are erased; that something happened stays. */
export const ERASE_FUNCTION: readonly string[] = [
  `CREATE FUNCTION ledger.erase_payloads(before timestamptz, citizen uuid) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  erased bigint;
BEGIN
  UPDATE ledger.payload AS p SET salt = NULL, body = NULL, erased_at = clock_timestamp()
    FROM ledger.event AS e
    WHERE e.at < before AND (citizen IS NULL OR e.citizen_id = citizen)
      AND p.citizen_id = e.citizen_id AND p.seq = e.seq AND p.erased_at IS NULL;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$`,
  `REVOKE ALL ON FUNCTION ledger.erase_payloads(timestamptz, uuid) FROM PUBLIC`,
];
