import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of work and income: cases with incomes, measures and follow-up talks. */
export class CreateJobCentre1750000000001 implements MigrationInterface {
  name = 'CreateJobCentre1750000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_centre_case (
        citizen_id uuid NOT NULL, id uuid NOT NULL,
        unit_id text NOT NULL CHECK (unit_id ~ '^municipality-[0-9]{4}/'),
        target_group int NOT NULL CHECK (target_group BETWEEN 1 AND 13), min_plan_id text CHECK (length(min_plan_id) <= 100),
        caseworker_id text NOT NULL, caseworker_name text CHECK (length(caseworker_name) <= 200),
        opened_on date NOT NULL, closed_on date, close_reason text CHECK (length(close_reason) <= 1000),
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT case_closes_after_opening CHECK (closed_on >= opened_on))`);
    await runner.query(`CREATE UNIQUE INDEX case_one_open ON job_centre_case (citizen_id) WHERE closed_on IS NULL`);
    await runner.query(`
      CREATE TABLE income_period (
        citizen_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL,
        valid_from date NOT NULL, valid_to date,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT income_ends_after_start CHECK (valid_to >= valid_from),
        CONSTRAINT income_one_at_a_time EXCLUDE USING gist (citizen_id WITH =, daterange(valid_from, valid_to) WITH &&))`);
    await runner.query(`
      CREATE TABLE employment_measure (
        citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, measure text NOT NULL,
        employer text NOT NULL CHECK (length(employer) BETWEEN 1 AND 200),
        hours_per_week float8 NOT NULL CHECK (hours_per_week > 0 AND hours_per_week <= 37),
        purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 1000),
        valid_from date NOT NULL, valid_to date, end_reason text CHECK (length(end_reason) <= 1000),
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id),
        FOREIGN KEY (citizen_id, case_id) REFERENCES job_centre_case (citizen_id, id) ON DELETE CASCADE,
        CONSTRAINT measure_ends_after_start CHECK (valid_to >= valid_from),
        CONSTRAINT measure_open_to_new CHECK (measure NOT IN ('RESOURCE_COURSE', 'REHABILITATION') OR valid_from < DATE '2026-02-01'))`);
    await runner.query(`CREATE INDEX measure_of_case ON employment_measure (citizen_id, case_id, valid_from)`);
    await runner.query(`
      CREATE TABLE job_centre_follow_up (
        citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL,
        unit_id text NOT NULL CHECK (unit_id ~ '^municipality-[0-9]{4}/'),
        due_on date NOT NULL, held_on date, version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id),
        FOREIGN KEY (citizen_id, case_id) REFERENCES job_centre_case (citizen_id, id) ON DELETE CASCADE)`);
    await runner.query(`CREATE INDEX follow_up_of_case ON job_centre_follow_up (citizen_id, case_id, due_on)`);
    await runner.query(
      `CREATE UNIQUE INDEX follow_up_one_a_day ON job_centre_follow_up (citizen_id, case_id, due_on) WHERE held_on IS NULL`,
    );
    await runner.query(
      `CREATE INDEX follow_up_of_unit ON job_centre_follow_up (unit_id, due_on, id) WHERE held_on IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE job_centre_follow_up, employment_measure, income_period, job_centre_case`);
  }
}
