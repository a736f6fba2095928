import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first tables of the region: stays with leaves and history, descriptions, diagnoses, treatments. */
export class CreatePsychiatry1750000000000 implements MigrationInterface {
  name = 'CreatePsychiatry1750000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE admission (
        citizen_id uuid NOT NULL, id uuid NOT NULL, episode_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('INPATIENT', 'EMERGENCY')),
        status text NOT NULL CHECK (status IN ('ADMITTED', 'ON_LEAVE', 'DISCHARGED', 'DECEASED', 'CANCELLED')),
        started_at timestamptz NOT NULL, ended_at timestamptz,
        hospital_name text NOT NULL, hospital_sor text, ward_name text, unit_id text, version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT admission_episode UNIQUE (citizen_id, episode_id),
        CONSTRAINT admission_ends_after_start CHECK (ended_at >= started_at),
        CONSTRAINT admission_ended_when_over CHECK ((ended_at IS NOT NULL) OR status NOT IN ('DISCHARGED', 'DECEASED')))`);
    await runner.query(`CREATE INDEX admission_newest ON admission (citizen_id, started_at DESC, id DESC)`);
    await runner.query(
      `CREATE INDEX admission_of_unit ON admission (unit_id, started_at DESC) WHERE ended_at IS NULL AND status <> 'CANCELLED'`,
    );
    await runner.query(`
      CREATE TABLE leave (
        citizen_id uuid NOT NULL, id uuid NOT NULL, admission_id uuid NOT NULL,
        started_at timestamptz NOT NULL, ended_at timestamptz,
        PRIMARY KEY (citizen_id, id),
        FOREIGN KEY (citizen_id, admission_id) REFERENCES admission (citizen_id, id) ON DELETE CASCADE,
        CONSTRAINT leave_ends_after_start CHECK (ended_at >= started_at))`);
    await runner.query(`CREATE INDEX leave_of_admission ON leave (citizen_id, admission_id, started_at)`);
    await runner.query(`CREATE UNIQUE INDEX leave_one_open ON leave (citizen_id, admission_id) WHERE ended_at IS NULL`);
    await runner.query(`
      CREATE TABLE admission_event (
        citizen_id uuid NOT NULL, id uuid NOT NULL, admission_id uuid NOT NULL, kind text NOT NULL,
        occurred_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (citizen_id, id),
        FOREIGN KEY (citizen_id, admission_id) REFERENCES admission (citizen_id, id) ON DELETE CASCADE)`);
    await runner.query(
      `CREATE INDEX admission_event_of_admission ON admission_event (citizen_id, admission_id, occurred_at)`,
    );
    await runner.query(`
      CREATE TABLE assessment (
        citizen_id uuid NOT NULL, id uuid NOT NULL, version int NOT NULL CHECK (version > 0), assessed_on date NOT NULL,
        author_id text NOT NULL, author_name text, author_role text NOT NULL, unit_id text NOT NULL,
        summary text NOT NULL CHECK (length(summary) <= 4000), domains jsonb NOT NULL,
        PRIMARY KEY (citizen_id, id), CONSTRAINT assessment_version UNIQUE (citizen_id, version))`);
    await runner.query(`
      CREATE TABLE diagnosis (
        citizen_id uuid NOT NULL, id uuid NOT NULL, sks_code text NOT NULL CHECK (sks_code ~ '^DF[0-9]{2}[0-9A-Z]*$'),
        rank text NOT NULL CHECK (rank IN ('PRIMARY', 'SECONDARY')), first_diagnosed_on date NOT NULL, ended_on date,
        PRIMARY KEY (citizen_id, id), CONSTRAINT diagnosis_ends_after_start CHECK (ended_on >= first_diagnosed_on))`);
    await runner.query(`
      CREATE TABLE treatment (
        citizen_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL, status text NOT NULL, course text NOT NULL,
        responsible_name text NOT NULL, unit_id text NOT NULL,
        started_on date NOT NULL, ended_on date,
        PRIMARY KEY (citizen_id, id), CONSTRAINT treatment_ends_after_start CHECK (ended_on >= started_on))`);
    await runner.query(`CREATE INDEX treatment_newest ON treatment (citizen_id, started_on DESC, id DESC)`);
    await runner.query(`
      CREATE TABLE treatment_contact (
        citizen_id uuid NOT NULL, id uuid NOT NULL, treatment_id uuid NOT NULL, at timestamptz NOT NULL, kind text NOT NULL,
        unit_id text NOT NULL, PRIMARY KEY (citizen_id, id),
        FOREIGN KEY (citizen_id, treatment_id) REFERENCES treatment (citizen_id, id) ON DELETE CASCADE)`);
    await runner.query(`CREATE INDEX treatment_contact_newest ON treatment_contact (citizen_id, at DESC, id DESC)`);
    await runner.query(`CREATE INDEX treatment_contact_of_treatment ON treatment_contact (citizen_id, treatment_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE treatment_contact, treatment, diagnosis, assessment, admission_event, leave, admission`,
    );
  }
}
