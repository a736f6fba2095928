import { UNKNOWN_CITIZEN } from '@sammen/ledger';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FACTS = ['person', 'consent_choice', 'care_relation', 'representative', 'emergency_access'];
const EVENTS = (table: string) => (table === 'person' ? ['insert', 'delete'] : ['insert', 'update', 'delete']);

/** How old the moment of a decision on remembered facts may be when it is logged, and how far ahead two clocks may run. */
const OLDEST = '100 milliseconds';
const AHEAD = '5 milliseconds';

/**
 * Facts may be remembered between questions, so their versions have to tell of every change, whoever makes it: one without
 * ordinary triggers, a table emptied as a whole, and a person who was nobody before. And a decision on remembered facts has
 * a moment that the database did not give it: it is logged only if that has just passed (INVARIANT I-10).
 */
export class RememberFacts1790000001000 implements MigrationInterface {
  name = 'RememberFacts1790000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of FACTS)
      for (const event of EVENTS(table))
        await runner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER facts_version_${event}`);
    // Once a transaction is enough, however many tables are emptied in it.
    await runner.query(`
      CREATE FUNCTION raise_every_facts_version() RETURNS trigger
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM FROM facts_version ORDER BY citizen_id FOR UPDATE;
        UPDATE facts_version SET version = version + 1 WHERE xmin <> pg_current_xact_id()::xid;
        RETURN NULL;
      END $$`);
    for (const table of FACTS) {
      await runner.query(`CREATE TRIGGER facts_version_truncate AFTER TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION raise_every_facts_version()`);
      await runner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER facts_version_truncate`);
    }
    // By its name it fires before the trigger that raises the new person's own: nobody's id comes first.
    await runner.query(`
      CREATE FUNCTION raise_nobodys_version() RETURNS trigger
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE facts_version SET version = version + 1 WHERE citizen_id = '${UNKNOWN_CITIZEN}';
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER facts_nobody_insert AFTER INSERT ON person
      FOR EACH STATEMENT EXECUTE FUNCTION raise_nobodys_version()`);
    await runner.query(`ALTER TABLE person ENABLE ALWAYS TRIGGER facts_nobody_insert`);
    await runner.query(`DROP FUNCTION if_facts_stand`);
    // Hands the events on, or nothing at all; as_of is null for a moment that the database gave.
    await runner.query(`
      CREATE FUNCTION if_facts_stand(events jsonb, citizens uuid[], versions bigint[], as_of float8) RETURNS SETOF jsonb
        LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        standing int;
      BEGIN
        IF as_of IS NOT NULL AND NOT to_timestamp(as_of / 1000)
            BETWEEN clock_timestamp() - interval '${OLDEST}' AND clock_timestamp() + interval '${AHEAD}' THEN
          RETURN;
        END IF;
        SELECT count(*) INTO standing FROM hold_facts(citizens) AS held
          JOIN unnest(citizens, versions) AS seen (citizen_id, version) USING (citizen_id, version);
        IF standing = cardinality(citizens) THEN
          RETURN NEXT events;
        END IF;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION if_facts_stand`);
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
    await runner.query(`DROP TRIGGER facts_nobody_insert ON person`);
    for (const table of FACTS) await runner.query(`DROP TRIGGER facts_version_truncate ON ${table}`);
    await runner.query(`DROP FUNCTION raise_nobodys_version, raise_every_facts_version`);
    for (const table of FACTS)
      for (const event of EVENTS(table))
        await runner.query(`ALTER TABLE ${table} ENABLE TRIGGER facts_version_${event}`);
  }
}
