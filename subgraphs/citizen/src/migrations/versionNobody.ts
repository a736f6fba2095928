import { UNKNOWN_CITIZEN } from '@sammen/ledger';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody's facts have a version too: a question about somebody who does not exist holds it, as others hold theirs (INVARIANT I-3). */
export class VersionNobody1750000008000 implements MigrationInterface {
  name = 'VersionNobody1750000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO facts_version VALUES ('${UNKNOWN_CITIZEN}', 1) ON CONFLICT DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM facts_version WHERE citizen_id = '${UNKNOWN_CITIZEN}'`);
  }
}
