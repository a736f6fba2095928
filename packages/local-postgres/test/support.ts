/** Folders and connections for tests of real clusters. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeLocalPostgres } from '../src/index.js';

/** A fresh folder that is removed, cluster included, by the returned function. */
export async function scratchFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  // A space in the name: it must make no difference anywhere.
  const folder = await mkdtemp(join(tmpdir(), 'sammen postgres-'));
  const remove = async (): Promise<void> => {
    await removeLocalPostgres(join(folder, 'pg'));
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, remove };
}

/** Rows of one statement on a connection of its own. */
export async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
