import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What hospitals sent: every message once, what could not be taken, and which stays are told by messages. */
export class AddInbox1760000000000 implements MigrationInterface {
  name = 'AddInbox1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbox_message (
        citizen_id uuid NOT NULL, id uuid NOT NULL, episodes text[] NOT NULL CHECK (cardinality(episodes) > 0),
        activity text NOT NULL, sent_at timestamptz NOT NULL, said jsonb NOT NULL, payload text NOT NULL,
        outcome text NOT NULL, received_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (citizen_id, id))`);
    await runner.query(`CREATE INDEX inbox_message_episodes ON inbox_message USING gin (episodes)`);
    await runner.query(`
      CREATE TABLE inbox_rejected (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), digest text NOT NULL UNIQUE, payload bytea NOT NULL,
        code text NOT NULL, reason text NOT NULL, expression text,
        received_at timestamptz NOT NULL DEFAULT now(), last_received_at timestamptz NOT NULL DEFAULT now(),
        times int NOT NULL DEFAULT 1)`);
    await runner.query(`CREATE INDEX inbox_rejected_newest ON inbox_rejected (received_at DESC, id DESC)`);
    await runner.query(`ALTER TABLE admission ADD told_by_messages boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE admission_event ADD concerns text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE admission_event DROP concerns`);
    await runner.query(`ALTER TABLE admission DROP told_by_messages`);
    await runner.query(`DROP TABLE inbox_rejected, inbox_message`);
  }
}
