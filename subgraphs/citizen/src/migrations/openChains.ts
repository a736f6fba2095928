import { LEDGER_OPEN_CHAINS_SQL, UNKNOWN_CITIZEN } from '@sammen/ledger';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everybody's chain in the log is opened with them, and nobody's with the log: the first look at somebody takes the same
 * steps as any other, so that its time says nothing (INVARIANT I-3).
 */
export class OpenChains1790000002000 implements MigrationInterface {
  name = 'OpenChains1790000002000';

  async up(runner: QueryRunner): Promise<void> {
    const [{ opens }] = await runner.query(`SELECT to_regprocedure('ledger.open(uuid[])') IS NOT NULL AS opens`);
    if (!opens) for (const statement of LEDGER_OPEN_CHAINS_SQL) await runner.query(statement);
    await runner.query(`SELECT ledger.open(array_agg(citizen_id)) FROM person`);
    await runner.query(`SELECT ledger.open(ARRAY['${UNKNOWN_CITIZEN}'::uuid])`);
    await runner.query(`
      CREATE FUNCTION open_chains() RETURNS trigger
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM ledger.open(array_agg(c.citizen_id)) FROM changed AS c;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER open_chains AFTER INSERT ON person
      REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION open_chains()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER open_chains ON person`);
    await runner.query(`DROP FUNCTION open_chains`);
  }
}
