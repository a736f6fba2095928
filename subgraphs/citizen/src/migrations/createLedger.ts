import { LEDGER_SCHEMA_SQL } from '@sammen/ledger';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The access ledger, in a schema of its own that the application role can only append to (INVARIANT I-2). */
export class CreateLedger1750000001000 implements MigrationInterface {
  name = 'CreateLedger1750000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of LEDGER_SCHEMA_SQL.up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of LEDGER_SCHEMA_SQL.down) await runner.query(statement);
  }
}
