/** What can be done to a cluster that no living launcher runs: end its left-over server, delete it. */
import { realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { claimHolder } from './claim.js';
import { postgresError } from './errors.js';
import { stopLeftover } from './leftover.js';
import { rememberedLocation } from './location.js';

async function find(
  given: string,
): Promise<{ directory: string; outside: string | undefined; data: string } | undefined> {
  const directory = await realpath(given).catch(() => undefined);
  if (directory === undefined) return undefined;
  if ((await claimHolder(join(directory, 'owner.json'))) !== undefined) throw postgresError('POSTGRES_IN_USE');
  const outside = await rememberedLocation(directory);
  return { directory, outside, data: join(outside ?? directory, 'data') };
}

/**
 * Ends a server whose launcher was killed.
 * @returns whether there was one
 * @throws POSTGRES_IN_USE while a living launcher runs it, POSTGRES_STOP_FAILED
 */
export async function stopLeftoverPostgres(directory: string): Promise<boolean> {
  const cluster = await find(directory);
  return cluster !== undefined && stopLeftover(cluster.data);
}

/**
 * Deletes a cluster with all its data, wherever that is; ends a left-over server first.
 * @throws POSTGRES_IN_USE while a living launcher runs it, POSTGRES_STOP_FAILED
 */
export async function removeLocalPostgres(directory: string): Promise<void> {
  const cluster = await find(directory);
  if (cluster === undefined) return;
  await stopLeftover(cluster.data);
  if (cluster.outside !== undefined) await rm(dirname(cluster.data), { recursive: true, force: true });
  await rm(cluster.directory, { recursive: true, force: true });
}
