import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is released, and room for whom is being counted. `statistic_person` holds rows only inside the transaction that
 * counts: what a sector learns for statistics about those it knows, it forgets when it has counted.
 */
export class CreateStatisticTables1790000000000 implements MigrationInterface {
  name = 'CreateStatisticTables1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE statistic_person (
        citizen_id uuid PRIMARY KEY, birth_year int, gender text, municipality text,
        CONSTRAINT statistic_person_whole CHECK (num_nonnulls(birth_year, gender, municipality) IN (0, 3)))`);
    await runner.query(`
      CREATE TABLE statistic_release (
        measure text NOT NULL, period text NOT NULL CHECK (period ~ '^[0-9]{4}-Q[1-4]$'),
        released_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (measure, period))`);
    await runner.query(`
      CREATE TABLE statistic_cell (
        measure text NOT NULL, table_name text NOT NULL, period text NOT NULL, position int NOT NULL,
        region text, municipality text, age_group text, gender text, kind text,
        value float8, suppressed boolean NOT NULL,
        PRIMARY KEY (measure, period, table_name, position),
        FOREIGN KEY (measure, period) REFERENCES statistic_release (measure, period) ON DELETE CASCADE,
        CONSTRAINT statistic_cell_suppressed CHECK (NOT suppressed OR value IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE statistic_cell, statistic_release, statistic_person`);
  }
}

/** A release stands: who runs the service can add one and change none (only the owner can withdraw one that was wrong). */
export async function keepReleases(runner: QueryRunner, applicationRole: string): Promise<void> {
  await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON statistic_release, statistic_cell FROM ${applicationRole}`);
}
