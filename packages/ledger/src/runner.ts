/** The ledger works on whatever connection its caller has a transaction on. */

/** A pg client or pool, a TypeORM query runner or entity manager: anything that runs SQL with `$1` parameters. */
export interface Runner {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Runs a statement and returns its rows, whichever way the runner hands them over. */
export async function rowsOf<Row>(runner: Runner, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const result = await runner.query(sql, parameters);
  return Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows;
}
