import type { DataSource, QueryRunner } from 'typeorm';
import { openDatabase, type DatabaseDeclaration } from './createDatabase.js';

/** Runs after the migrations, as owner: rights that the application role needs beyond the default privileges. */
export type GrantRights = (runner: QueryRunner, applicationRole: string) => Promise<void>;

/**
 * Brings a database up to date under the owner role and closes that connection again.
 * A lock makes concurrent starts of the same subgraph wait for each other.
 */
export async function migrate(
  ownerUrl: string,
  applicationUrl: string,
  declaration: DatabaseDeclaration & { readonly grantRights?: GrantRights },
): Promise<void> {
  const database = await openDatabase(ownerUrl, declaration, 2);
  try {
    await underLock(database, async (runner) => {
      await database.runMigrations();
      await declaration.grantRights?.(runner, new URL(applicationUrl).username);
    });
  } finally {
    await database.destroy();
  }
}

async function underLock(database: DataSource, work: (runner: QueryRunner) => Promise<void>): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(hashtext('sammen:migrate'))`);
    await work(runner);
    await runner.query(`SELECT pg_advisory_unlock(hashtext('sammen:migrate'))`);
  } finally {
    await runner.release();
  }
}
