import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Objections to the use of one's data for statistics: each made once and taken back at most once, never rewritten. */
export class CreateStatisticsObjection1790000000000 implements MigrationInterface {
  name = 'CreateStatisticsObjection1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE statistics_objection (
        citizen_id uuid NOT NULL REFERENCES person, id uuid NOT NULL DEFAULT gen_random_uuid(),
        objected_at timestamptz NOT NULL DEFAULT clock_timestamp(), objected_by text NOT NULL CHECK (objected_by <> ''),
        withdrawn_at timestamptz, withdrawn_by text,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT objection_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
        CONSTRAINT objection_ends_after_start CHECK (withdrawn_at >= objected_at))`);
    await runner.query(
      `CREATE UNIQUE INDEX statistics_objection_standing ON statistics_objection (citizen_id) WHERE withdrawn_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE statistics_objection`);
  }
}

/** When somebody objected stands; the application role can add an objection and end one. */
export async function grantObjectionRights(runner: QueryRunner, applicationRole: string): Promise<void> {
  await runner.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON statistics_objection FROM ${applicationRole}`);
  await runner.query(`GRANT INSERT (citizen_id, objected_by) ON statistics_objection TO ${applicationRole}`);
  await runner.query(`GRANT UPDATE (withdrawn_at, withdrawn_by) ON statistics_objection TO ${applicationRole}`);
}
