import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was opened in an emergency cannot be prolonged, and what was found about it cannot be changed. */
export class CreateReviews1750000002000 implements MigrationInterface {
  name = 'CreateReviews1750000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE emergency_access ALTER COLUMN organisation_id SET NOT NULL,
      ADD CONSTRAINT emergency_reason_not_blank CHECK (length(regexp_replace(reason, '\\s', '', 'g')) >= 10)`);
    // Of the same person to the same citizen never two at a time: what is open is neither renewed nor widened.
    await runner.query(`
      CREATE FUNCTION emergency_is_the_only_one() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.actor_id || ' ' || NEW.citizen_id, 2));
        IF EXISTS (SELECT FROM emergency_access e WHERE e.citizen_id = NEW.citizen_id AND e.actor_id = NEW.actor_id
                   AND e.opened_at < NEW.expires_at AND NEW.opened_at < e.expires_at) THEN
          RAISE EXCEPTION 'An emergency access is open already' USING ERRCODE = '23P01', CONSTRAINT = 'emergency_not_renewed';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER emergency_not_renewed BEFORE INSERT ON emergency_access
      FOR EACH ROW EXECUTE FUNCTION emergency_is_the_only_one()`);
    await runner.query(
      `CREATE INDEX emergency_access_organisation ON emergency_access (organisation_id, opened_at, id)`,
    );
    await runner.query(`CREATE INDEX emergency_access_id ON emergency_access (id)`);
    await runner.query(`
      CREATE TABLE emergency_review (
        citizen_id uuid NOT NULL, id uuid NOT NULL, emergency_id uuid NOT NULL, version int NOT NULL CHECK (version > 0),
        outcome text NOT NULL CHECK (outcome IN ('ACCEPTED', 'OBJECTED')),
        note text NOT NULL CHECK (length(note) BETWEEN 10 AND 2000), reviewed_by text NOT NULL, organisation_id text NOT NULL,
        reviewed_at timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY (citizen_id, id),
        CONSTRAINT emergency_review_version UNIQUE (citizen_id, emergency_id, version),
        FOREIGN KEY (citizen_id, emergency_id) REFERENCES emergency_access)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE emergency_review`);
    await runner.query(`DROP INDEX emergency_access_id, emergency_access_organisation`);
    await runner.query(`DROP TRIGGER emergency_not_renewed ON emergency_access`);
    await runner.query(`DROP FUNCTION emergency_is_the_only_one`);
    await runner.query(`ALTER TABLE emergency_access DROP CONSTRAINT emergency_reason_not_blank,
      ALTER COLUMN organisation_id DROP NOT NULL`);
  }
}
