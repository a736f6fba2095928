import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What decisions rest on, and at which events: a citizen's own row counts only by being there. */
const FACTS: readonly (readonly [table: string, events: readonly string[]])[] = [
  ['person', ['INSERT', 'DELETE']],
  ...['consent_choice', 'care_relation', 'representative', 'emergency_access'].map(
    (table) => [table, ['INSERT', 'UPDATE', 'DELETE']] as const,
  ),
];

/** How long a decision waits for a change of its facts that is under way, before it fails. */
const LOCK_TIMEOUT = '1500ms';

/**
 * Every citizen's facts have a version, which every write of them raises in its own transaction, whoever writes. A
 * decision that is about to be logged holds the versions it was made on, so that none of them can be raised before it is
 * committed, and is not logged when one has been (INVARIANT I-10). Locks of versions are taken in the order of citizen
 * ids and before those of the ledger, by decisions and by writes alike, so nobody waits in a circle.
 */
export class VersionFacts1750000005000 implements MigrationInterface {
  name = 'VersionFacts1750000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE facts_version (citizen_id uuid PRIMARY KEY, version bigint NOT NULL)
      WITH (fillfactor = 70)`);
    await runner.query(`INSERT INTO facts_version SELECT citizen_id, 1 FROM person`);
    await runner.query(`
      CREATE FUNCTION raise_facts_version() RETURNS trigger
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO facts_version AS f (citizen_id, version)
          SELECT citizen_id, 1 FROM (SELECT DISTINCT c.citizen_id FROM changed AS c) AS citizens ORDER BY citizen_id
          ON CONFLICT (citizen_id) DO UPDATE SET version = f.version + 1;
        RETURN NULL;
      END $$`);
    for (const [table, events] of FACTS)
      for (const event of events)
        await runner.query(`CREATE TRIGGER facts_version_${event.toLowerCase()} AFTER ${event} ON ${table}
          REFERENCING ${event === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
          FOR EACH STATEMENT EXECUTE FUNCTION raise_facts_version()`);
    // Both run with the owner's rights: to hold a row is to be allowed to change it, which the application is not.
    await runner.query(`
      CREATE FUNCTION hold_facts(citizens uuid[]) RETURNS TABLE (citizen_id uuid, version bigint)
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER
        SET search_path = public, pg_temp SET lock_timeout = '${LOCK_TIMEOUT}' AS $$
      BEGIN
        RETURN QUERY SELECT f.citizen_id, f.version FROM facts_version AS f
          WHERE f.citizen_id = ANY (citizens) ORDER BY f.citizen_id FOR SHARE;
      END $$`);
    // Hands the events on, or nothing at all.
    await runner.query(`
      CREATE FUNCTION if_facts_stand(events jsonb, citizens uuid[], versions bigint[]) RETURNS SETOF jsonb
        LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        standing int;
      BEGIN
        SELECT count(*) INTO standing FROM hold_facts(citizens) AS held
          JOIN unnest(citizens, versions) AS seen (citizen_id, version) USING (citizen_id, version);
        IF standing = cardinality(citizens) THEN
          RETURN NEXT events;
        END IF;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION if_facts_stand, hold_facts`);
    for (const [table, events] of FACTS)
      for (const event of events) await runner.query(`DROP TRIGGER facts_version_${event.toLowerCase()} ON ${table}`);
    await runner.query(`DROP FUNCTION raise_facts_version`);
    await runner.query(`DROP TABLE facts_version`);
  }
}
