/** Every subgraph gets a database: the user's own server where one is named, the embedded PostgreSQL otherwise. */
import { createLocalPostgres, type DatabaseUrls, type LocalPostgres, provisionDatabases } from '@sammen/local-postgres';
import pg from 'pg';
import { type CliConfig, environmentPrefix } from '../config.js';
import { cliError } from '../errors.js';
import { preparePasswords } from './keys.js';
import type { StateFolder } from './stateFolder.js';

/** Names the variable, never the address: it may hold a password. */
async function assertReachable(subgraph: string, url: string): Promise<void> {
  const variable = `${environmentPrefix(subgraph)}_DATABASE_URL`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    const { code, message } = cause as { code?: string; message: string };
    const reason = code === '28P01' || code === '28000' ? 'it refuses the user or password' : (code ?? message);
    throw cliError('DATABASE_UNREACHABLE', {
      message: `The database of ${variable} cannot be reached (${reason}).`,
      cause,
    });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Which of these subgraphs need the embedded PostgreSQL. */
export const embeddedOf = (subgraphs: readonly string[], config: CliConfig): string[] =>
  subgraphs.filter((name) => config.externalDatabase(name) === undefined);

/** Asks every server of the user's own, before anything is started. @throws DATABASE_UNREACHABLE */
export async function assertExternalReachable(subgraphs: readonly string[], config: CliConfig): Promise<void> {
  for (const name of subgraphs) {
    const external = config.externalDatabase(name);
    if (external !== undefined) await assertReachable(name, external.app);
  }
}

/** Declares the embedded server of a state folder. */
export const embeddedPostgres = (
  state: StateFolder,
  port: number,
  durable: boolean,
  log: (message: string) => void,
): LocalPostgres => createLocalPostgres({ directory: state.postgres, port, durable, log });

/**
 * Databases and roles for all subgraphs, on a started embedded server where needed.
 * @param adminUrl of the embedded server; undefined when no subgraph is on it
 */
export async function prepareDatabases(
  state: StateFolder,
  subgraphs: readonly string[],
  config: CliConfig,
  adminUrl: string | undefined,
): Promise<Record<string, DatabaseUrls>> {
  const embedded = embeddedOf(subgraphs, config);
  const passwords = preparePasswords(state.passwords, embedded);
  const requests = embedded.map((name) => ({ name, ...passwords[name]! }));
  const urls = adminUrl === undefined ? {} : await provisionDatabases(adminUrl, requests);
  for (const name of subgraphs) {
    const external = config.externalDatabase(name);
    if (external !== undefined) urls[name] = { ...external, admin: external.owner };
  }
  return urls;
}
