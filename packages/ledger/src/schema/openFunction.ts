/**
 * The beginning of chains: a head without an event. A citizen's chain is opened together with the citizen, so that the
 * first look at somebody is logged by the same steps as any other, and as one at nobody (INVARIANT I-3); the ledger itself
 * opens those that are missing. genesis = sha256("sammen:ledger:genesis:1\\n" | citizen), as chainBytes.ts computes it.
 */
const hex = Buffer.from('sammen:ledger:genesis:1\n').toString('hex');

/** SQL: the hash that a citizen's chain begins with. */
export const genesisOf = (citizen: string): string => `sha256('\\x${hex}'::bytea || uuid_send(${citizen}))`;

export const OPEN_FUNCTION: readonly string[] = [
  `CREATE OR REPLACE FUNCTION ledger.open(citizens uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ledger.head AS h (citizen_id, seq, position, hash)
    SELECT c, 0, 0, ${genesisOf('c')} FROM (SELECT DISTINCT unnest(citizens) AS c) AS all_of_them ORDER BY c
    ON CONFLICT DO NOTHING;
END $$`,
  `REVOKE ALL ON FUNCTION ledger.open(uuid[]) FROM PUBLIC`,
];
