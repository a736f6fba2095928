/** The rows that decisions about some citizens rest on, read and put in the place of what is there. */
import type pg from 'pg';
import { withoutTriggers } from './withoutTriggers.js';

/** Rows by table. */
export type FactRows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

const TABLES = ['consent_choice', 'care_relation', 'representative', 'emergency_access'] as const;

/** All rows of some citizens. */
export async function readFactRows(pool: pg.Pool, citizenIds: readonly string[]): Promise<FactRows> {
  const read = async (table: string) => {
    const { rows } = await pool.query(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE citizen_id = ANY($1::uuid[])`, [
      citizenIds,
    ]);
    return [table, rows.map(({ row }) => row)] as const;
  };
  return Object.fromEntries(await Promise.all(TABLES.map(read)));
}

async function addFactRows(pool: pg.Pool, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  await withoutTriggers(pool, (client) =>
    client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
      JSON.stringify(rows),
    ]),
  );
}

/** Makes these rows the only ones of their citizens. */
export async function restoreFactRows(pool: pg.Pool, facts: FactRows, citizenIds: readonly string[]): Promise<void> {
  for (const table of TABLES) {
    await withoutTriggers(pool, (client) =>
      client.query(`DELETE FROM ${table} WHERE citizen_id = ANY($1::uuid[])`, [citizenIds]),
    );
    await addFactRows(pool, table, facts[table] ?? []);
  }
}
