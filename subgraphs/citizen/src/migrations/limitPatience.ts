import { LEDGER_PATIENCE_SQL } from '@sammen/ledger';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks about several citizens gives up before those who ask about one of them: one held chain stops nobody else. */
export class LimitPatience1790000003000 implements MigrationInterface {
  name = 'LimitPatience1790000003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of LEDGER_PATIENCE_SQL) await runner.query(statement);
  }

  /** The function as it was does the same, only with less consideration. */
  async down(): Promise<void> {}
}
