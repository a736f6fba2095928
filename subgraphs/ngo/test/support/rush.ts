import pg from 'pg';
import type { TestSystem } from '../../../../test/support/system.js';

/**
 * Has several requests meet at one row for certain: the row is held until all of them wait for it, then let go. A
 * request that only counted before it got there would count wrongly.
 */
export async function rush<T>(
  system: TestSystem,
  table: 'mentor' | 'volunteer' | 'course',
  id: string,
  requests: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: system.databaseUrl('ngo') });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
    const answers = Promise.all(requests.map((request) => request()));
    const waiting = `SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (let now = 0; now < requests.length; await new Promise((resolve) => setTimeout(resolve, 10)))
      now = (await client.query<{ waiting: number }>(waiting)).rows[0]?.waiting ?? 0;
    await client.query('COMMIT');
    return await answers;
  } finally {
    await client.end();
  }
}
