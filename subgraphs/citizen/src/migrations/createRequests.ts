import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who asked whom for a consent, what came of it, and who has read which notification. A request names a citizen who may
 * not exist, so it refers to no person: the asker is told nothing by it.
 */
export class CreateRequests1750000003000 implements MigrationInterface {
  name = 'CreateRequests1750000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consent_request (
        citizen_id uuid NOT NULL, id uuid NOT NULL, actor_id text NOT NULL, actor_role text NOT NULL, organisation_id text NOT NULL,
        categories text[] NOT NULL CHECK (cardinality(categories) > 0), purpose text NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 10 AND 1000),
        asked_at timestamptz NOT NULL, lapses_at timestamptz NOT NULL, answer text CHECK (answer IN ('GRANT', 'DECLINE')),
        answered_at timestamptz, answered_by text, consent_id uuid, PRIMARY KEY (citizen_id, id),
        CONSTRAINT consent_request_lapses CHECK (lapses_at > asked_at AND lapses_at <= asked_at + make_interval(days => 30)),
        CONSTRAINT consent_request_answered CHECK (
          (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)
          AND (answer IS NOT DISTINCT FROM 'GRANT') = (consent_id IS NOT NULL)
          AND (answered_at IS NULL OR answered_at BETWEEN asked_at AND lapses_at)))`);
    await runner.query(`CREATE INDEX consent_request_citizen ON consent_request (citizen_id, asked_at, id)`);
    await runner.query(`CREATE INDEX consent_request_asker ON consent_request (actor_id, asked_at, id)`);
    await runner.query(`
      CREATE TABLE notification_read (
        citizen_id uuid NOT NULL, actor_id text NOT NULL, notification_id uuid NOT NULL,
        read_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (citizen_id, actor_id, notification_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notification_read, consent_request`);
  }
}
