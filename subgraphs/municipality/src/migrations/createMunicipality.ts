import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit of a municipality: the one responsible sector of everything here. */
const UNIT = `unit_id text NOT NULL CHECK (unit_id ~ '^municipality-[0-9]{4}/')`;

/** The first tables of the municipality: social services, housing, housing benefit, financial support. */
export class CreateMunicipality1750000000000 implements MigrationInterface {
  name = 'CreateMunicipality1750000000000';

  async up(runner: QueryRunner): Promise<void> {
    // Lets an exclusion constraint compare a citizen's id beside a period.
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await runner.query(`
      CREATE TABLE social_service (
        citizen_id uuid NOT NULL, id uuid NOT NULL, ${UNIT},
        act text NOT NULL CHECK (act IN ('SEL', 'ALMENBOLIG', 'BARNETS_LOV', 'SUL')),
        paragraph text NOT NULL CHECK (paragraph ~ '^[0-9]{1,3}( [a-z])?$'),
        hours_per_week float8 CHECK (hours_per_week > 0 AND hours_per_week <= 168),
        provider text NOT NULL CHECK (length(provider) BETWEEN 1 AND 200), goals jsonb NOT NULL,
        caseworker_id text NOT NULL, caseworker_name text CHECK (length(caseworker_name) <= 200),
        decided_on date NOT NULL, valid_from date NOT NULL, valid_to date, follow_up_on date,
        end_reason text CHECK (length(end_reason) <= 1000),
        assessment_id uuid, assessment_version int CHECK (assessment_version > 0), version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT social_service_ends_after_start CHECK (valid_to >= valid_from),
        CONSTRAINT social_service_ended_with_day CHECK (end_reason IS NULL OR valid_to IS NOT NULL),
        CONSTRAINT social_service_baseline CHECK ((assessment_id IS NULL) = (assessment_version IS NULL)))`);
    await runner.query(`CREATE INDEX social_service_newest ON social_service (citizen_id, valid_from DESC, id DESC)`);
    await runner.query(`
      CREATE TABLE housing (
        citizen_id uuid NOT NULL, id uuid NOT NULL, ${UNIT},
        kind text NOT NULL CHECK (kind IN ('OWN_DWELLING', 'WITH_FAMILY', 'SUPPORTED_DWELLING', 'TEMPORARY_RESIDENCE',
          'LONG_TERM_RESIDENCE', 'CRISIS_CENTRE', 'HOMELESS_RESIDENCE', 'HOMELESS')),
        place text CHECK (length(place) BETWEEN 1 AND 200), monthly_rent_oere int CHECK (monthly_rent_oere >= 0),
        area_square_metres int CHECK (area_square_metres > 0), registered_on date NOT NULL,
        valid_from date NOT NULL, valid_to date, version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT housing_ends_after_start CHECK (valid_to >= valid_from),
        CONSTRAINT housing_residence_named CHECK (kind IN ('OWN_DWELLING', 'WITH_FAMILY', 'HOMELESS') OR place IS NOT NULL),
        CONSTRAINT housing_no_home CHECK (kind <> 'HOMELESS' OR num_nonnulls(place, monthly_rent_oere, area_square_metres) = 0),
        CONSTRAINT housing_one_at_a_time EXCLUDE USING gist (citizen_id WITH =, daterange(valid_from, valid_to) WITH &&))`);
    await runner.query(`
      CREATE TABLE housing_benefit (
        citizen_id uuid NOT NULL, id uuid NOT NULL, ${UNIT},
        kind text NOT NULL CHECK (kind IN ('BOLIGSIKRING', 'BOLIGYDELSE')),
        status text NOT NULL CHECK (status IN ('APPLIED', 'GRANTED', 'REFUSED', 'REPAY', 'ENDED')),
        monthly_amount_oere int CHECK (monthly_amount_oere > 0), rent_basis_oere int NOT NULL CHECK (rent_basis_oere > 0),
        area_square_metres int NOT NULL CHECK (area_square_metres BETWEEN 1 AND 1000),
        household_size int NOT NULL CHECK (household_size BETWEEN 1 AND 20),
        dwelling text NOT NULL CHECK (dwelling IN ('OWN_KITCHEN', 'COLLECTIVE', 'SINGLE_ROOM', 'NO_KITCHEN')),
        income_kind text NOT NULL, pension_from date, applied_on date NOT NULL, decided_on date,
        reason text CHECK (length(reason) <= 1000), valid_from date NOT NULL, valid_to date, recalculation_on date,
        repay_amount_oere int CHECK (repay_amount_oere > 0), version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT benefit_ends_after_start CHECK (valid_to >= valid_from),
        CONSTRAINT benefit_kind_fits_income CHECK ((kind = 'BOLIGYDELSE') = (income_kind = 'STATE_PENSION'
          OR (income_kind = 'DISABILITY_PENSION' AND coalesce(pension_from < DATE '2003-01-01', false)))),
        CONSTRAINT benefit_granted_with_amount CHECK (status <> 'GRANTED' OR monthly_amount_oere IS NOT NULL),
        CONSTRAINT benefit_within_rent CHECK (monthly_amount_oere <= rent_basis_oere),
        CONSTRAINT benefit_dwelling_eligible CHECK (status <> 'GRANTED' OR dwelling IN ('OWN_KITCHEN', 'COLLECTIVE')),
        CONSTRAINT benefit_repaid_when_due CHECK (repay_amount_oere IS NULL OR status = 'REPAY'),
        CONSTRAINT benefit_one_at_a_time EXCLUDE USING gist
          (citizen_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (status IN ('GRANTED', 'ENDED', 'REPAY')))`);
    await runner.query(`CREATE INDEX housing_benefit_newest ON housing_benefit (citizen_id, valid_from DESC, id DESC)`);
    await runner.query(
      `CREATE UNIQUE INDEX benefit_one_application ON housing_benefit (citizen_id) WHERE status = 'APPLIED'`,
    );
    await runner.query(`
      CREATE TABLE financial_support (
        citizen_id uuid NOT NULL, id uuid NOT NULL, ${UNIT},
        kind text NOT NULL CHECK (kind IN ('ADDITIONAL_EXPENSES', 'SINGLE_HELP', 'DEPOSIT_LOAN')),
        amount_oere int NOT NULL CHECK (amount_oere > 0),
        frequency text NOT NULL CHECK (frequency IN ('ONCE', 'MONTHLY')),
        purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 1000),
        decided_on date NOT NULL, valid_from date NOT NULL, valid_to date,
        end_reason text CHECK (length(end_reason) <= 1000), version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id),
        CONSTRAINT support_ends_after_start CHECK (valid_to >= valid_from),
        CONSTRAINT support_frequency CHECK (frequency = 'ONCE' OR kind = 'ADDITIONAL_EXPENSES'),
        CONSTRAINT support_once_is_over CHECK (frequency = 'MONTHLY' OR valid_to IS NOT NULL))`);
    await runner.query(
      `CREATE INDEX financial_support_newest ON financial_support (citizen_id, valid_from DESC, id DESC)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE financial_support, housing_benefit, housing, social_service`);
  }
}
