import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { currentCost } from './statementCounter.js';

/** Statements of one's own, each on any connection of the pool. */
export interface Statements {
  /** The rows. Rejects with what the driver throws; its detail quotes rows, so it goes no further than its code. */
  query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
}

/** The statement fails with it. The driver says it a second time, which would end the process if nobody listened. */
const lost = (): void => undefined;

/**
 * The pool of a database, for the statements that every question waits for: around each one TypeORM makes and takes down
 * a query runner, which costs as much processor time as sending it. They are prepared and counted like all others.
 */
export function statementsOf(database: DataSource): Statements {
  const pool = (database.driver as unknown as { readonly master: pg.Pool }).master;
  return {
    async query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
      const cost = currentCost();
      if (cost !== undefined) cost.sqlStatements += 1;
      const client = await pool.connect();
      let failed: Error | undefined;
      client.on('error', lost);
      try {
        return (await client.query(sql, parameters as unknown[])).rows as Row[];
      } catch (error) {
        failed = error as Error;
        throw error;
      } finally {
        client.off('error', lost);
        // A connection that broke serves nobody again; one on which a statement was refused is as good as before.
        client.release(failed !== undefined && (failed as { severity?: string }).severity !== 'ERROR' ? failed : false);
      }
    },
  };
}
