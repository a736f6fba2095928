import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identity, who acts for whom, who knows whom, what the citizen allows, and who broke the glass. */
export class CreateCitizen1750000000000 implements MigrationInterface {
  name = 'CreateCitizen1750000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        citizen_id uuid PRIMARY KEY, given_name text NOT NULL, family_name text NOT NULL, birth_date date NOT NULL,
        gender text NOT NULL, municipality_code text NOT NULL, protected_address boolean NOT NULL DEFAULT false,
        street text, postal_code text, city text, phone text, email text, deceased_on date, version int NOT NULL DEFAULT 1)`);
    await runner.query(`
      CREATE TABLE cpr_number (
        citizen_id uuid NOT NULL REFERENCES person, number text NOT NULL CHECK (length(number) = 10),
        kind text NOT NULL CHECK (kind IN ('CPR', 'REPLACEMENT')), valid_to date, PRIMARY KEY (citizen_id, number))`);
    await runner.query(`CREATE INDEX cpr_number_number ON cpr_number (number)`);
    // Numbers pass from one person to another, but nobody shares one with somebody else.
    await runner.query(`CREATE UNIQUE INDEX cpr_number_holder ON cpr_number (number) WHERE valid_to IS NULL`);
    await runner.query(`
      CREATE TABLE representative (
        citizen_id uuid NOT NULL REFERENCES person, id uuid NOT NULL, actor_id text NOT NULL, name text NOT NULL, kind text NOT NULL,
        mandate text NOT NULL, categories text[] NOT NULL, valid_from timestamptz NOT NULL, valid_to timestamptz,
        PRIMARY KEY (citizen_id, id), CONSTRAINT representative_period CHECK (valid_to > valid_from))`);
    await runner.query(`CREATE INDEX representative_actor ON representative (actor_id, citizen_id)`);
    await runner.query(`
      CREATE TABLE care_relation (
        citizen_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL, organisation_id text NOT NULL, unit_id text,
        actor_id text, plan_kind text, valid_from timestamptz NOT NULL, valid_to timestamptz,
        PRIMARY KEY (citizen_id, id))`);
    // Caseloads are read in the order of citizens, a page at a time.
    await runner.query(
      `CREATE INDEX care_relation_actor ON care_relation (actor_id, citizen_id) WHERE actor_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX care_relation_unit ON care_relation (organisation_id, coalesce(unit_id, ''), citizen_id)
         WHERE actor_id IS NULL AND kind <> 'RESIDENT_MUNICIPALITY'`,
    );
    await runner.query(
      `CREATE INDEX care_relation_organisation ON care_relation (organisation_id, citizen_id)
         WHERE kind <> 'RESIDENT_MUNICIPALITY'`,
    );
    await runner.query(
      `CREATE TABLE relation_event (event_id uuid PRIMARY KEY, service text NOT NULL, received_at timestamptz NOT NULL DEFAULT now())`,
    );
    await runner.query(`
      CREATE TABLE consent_choice (
        citizen_id uuid NOT NULL REFERENCES person, id uuid NOT NULL, version int NOT NULL CHECK (version > 0),
        effect text NOT NULL CHECK (effect IN ('CONSENT', 'BLOCK')),
        recipients jsonb NOT NULL CHECK (jsonb_typeof(recipients) = 'array'), sources text[] NOT NULL DEFAULT '{}',
        categories text[] NOT NULL CHECK (cardinality(categories) > 0), purposes text[] NOT NULL,
        lifts uuid[] NOT NULL DEFAULT '{}', declines text, legal_basis text, gdpr_basis text,
        valid_from timestamptz NOT NULL, valid_to timestamptz, form text NOT NULL, evidence text,
        consequences_explained boolean NOT NULL, given_by text NOT NULL, mandate_id uuid, recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(), superseded_at timestamptz,
        withdrawn_at timestamptz, withdrawn_by text, policy_version text NOT NULL,
        PRIMARY KEY (citizen_id, id, version),
        CONSTRAINT consent_ends CHECK (effect = 'BLOCK' OR valid_to IS NOT NULL),
        CONSTRAINT consent_period CHECK (valid_to > valid_from),
        CONSTRAINT consent_at_most_one_year CHECK (
          legal_basis IS DISTINCT FROM 'HEALTH_DATA_OTHER_PURPOSE' OR valid_to <= recorded_at + interval '1 year'))`);
    await runner.query(
      `CREATE UNIQUE INDEX consent_choice_current ON consent_choice (citizen_id, id) WHERE superseded_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE emergency_access (
        citizen_id uuid NOT NULL REFERENCES person, id uuid NOT NULL, actor_id text NOT NULL, actor_role text NOT NULL,
        organisation_id text, kind text NOT NULL, reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 1000),
        categories text[] NOT NULL CHECK (cardinality(categories) > 0),
        opened_at timestamptz NOT NULL DEFAULT clock_timestamp(), expires_at timestamptz NOT NULL,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT emergency_at_most_60_minutes CHECK (expires_at > opened_at AND expires_at <= opened_at + interval '60 minutes'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE emergency_access, consent_choice, relation_event, care_relation, representative, cpr_number, person`,
    );
  }
}
