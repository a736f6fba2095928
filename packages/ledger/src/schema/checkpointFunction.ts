/**
 * The only way to a checkpoint: the next number. What is signed is made outside the database, so the database cannot
 * make one up; here it is only kept, with the ends of chains that it covers.
 */
export const CHECKPOINT_FUNCTION: readonly string[] = [
  `CREATE FUNCTION ledger.append_checkpoint(checkpoint jsonb, citizens uuid[], seqs bigint[], hashes bytea[]) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last_number bigint;
BEGIN
  SELECT max(c.number) INTO last_number FROM ledger.checkpoint AS c;
  IF (checkpoint->>'number')::bigint <> coalesce(last_number, 0) + 1 THEN
    RAISE EXCEPTION 'The checkpoint does not follow the last one' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger.checkpoint (number, previous, at, tree_size, position, root, ends, key_id, signature)
    VALUES (
      (checkpoint->>'number')::bigint, decode(checkpoint->>'previous', 'hex'), (checkpoint->>'at')::timestamptz,
      (checkpoint->>'treeSize')::bigint, (checkpoint->>'position')::bigint, decode(checkpoint->>'root', 'hex'),
      decode(checkpoint->>'ends', 'hex'), checkpoint->>'keyId', decode(checkpoint->>'signature', 'hex'));
  INSERT INTO ledger.checkpoint_end (citizen_id, seq, checkpoint, hash)
    SELECT u.citizen_id, u.seq, (checkpoint->>'number')::bigint, u.hash
    FROM unnest(citizens, seqs, hashes) AS u (citizen_id, seq, hash);
END $$`,
  `REVOKE ALL ON FUNCTION ledger.append_checkpoint(jsonb, uuid[], bigint[], bytea[]) FROM PUBLIC`,
];
