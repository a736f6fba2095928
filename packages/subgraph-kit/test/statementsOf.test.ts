/** Statements on a connection of the pool: what breaks is one statement's, never the process's. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type ScratchPostgres, startScratchPostgres } from '../../../test/support/scratchPostgres.js';
import { openDatabase } from '../src/database/createDatabase.js';
import { statementsOf } from '../src/database/statementsOf.js';

let server: ScratchPostgres;
let database: DataSource;
beforeAll(async () => {
  server = await startScratchPostgres('ngo');
  database = await openDatabase(server.urls('ngo').app, { entities: [], migrations: [] });
});
afterAll(async () => {
  await database?.destroy();
  await server?.stop();
});

/** Who runs it, once it runs. */
async function runnerOf(words: string): Promise<number> {
  for (;;) {
    const rows: { pid: number }[] = await database.query(
      `SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1 AND pid <> pg_backend_pid()`,
      [`%${words}%`],
    );
    if (rows[0]) return rows[0].pid;
    await sleep(10);
  }
}

it('one that is refused leaves its connection to the next', async () => {
  const statements = statementsOf(database);
  const own = async () => (await statements.query<{ pid: number }>('SELECT pg_backend_pid() AS pid', []))[0]!.pid;
  const before = await own();
  await expect(statements.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
  expect(await own()).toBe(before);
});

it('one whose server is killed under it fails, and once there is a server again the next is answered', async () => {
  const statements = statementsOf(database);
  const outcome = statements.query('SELECT pg_sleep(20)', []).then(
    () => 'answered',
    (error: Error) => error.message,
  );
  process.kill(await runnerOf('pg_sleep(20)'), 'SIGKILL');
  expect(await outcome).toBe('Connection terminated unexpectedly');
  // All servers of the cluster are ended with it and started anew, sooner or later.
  let answer: unknown = null;
  for (; answer === null; await sleep(20)) answer = await statements.query('SELECT 1 AS one', []).catch(() => null);
  expect(answer).toEqual([{ one: 1 }]);
});
