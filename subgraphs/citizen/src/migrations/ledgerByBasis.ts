import { LEDGER_BY_BASIS_SQL } from '@sammen/ledger';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions are kept by basis from now on; the view shows those from before and from now alike. */
export class LedgerByBasis1750000006000 implements MigrationInterface {
  name = 'LedgerByBasis1750000006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of LEDGER_BY_BASIS_SQL) await runner.query(statement);
  }

  /** Nothing to take back: a ledger from before is read by this view as well. */
  async down(): Promise<void> {}
}
