import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The two tables that every subgraph has beside its own: keys of repeated writes, and relations to report. */
export class CreateKitTables1700000000000 implements MigrationInterface {
  name = 'CreateKitTables1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        actor_id text NOT NULL, mutation text NOT NULL, key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
        input_hash text NOT NULL, citizen_id uuid, row_id uuid, created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor_id, mutation, key))`);
    await runner.query(`
      CREATE TABLE relation_outbox (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        citizen_id uuid NOT NULL, relation jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
        delivered_at timestamptz)`);
    await runner.query(`CREATE INDEX relation_outbox_waiting ON relation_outbox (seq) WHERE delivered_at IS NULL`);
    await runner.query(`CREATE TABLE seed_mark (mark text PRIMARY KEY, seeded_at timestamptz NOT NULL DEFAULT now())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE seed_mark, relation_outbox, idempotency_key`);
  }
}
