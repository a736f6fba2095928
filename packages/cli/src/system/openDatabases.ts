/** The databases for a moment's work: those of the running system, or started for the occasion and stopped afterwards. */
import { adminUrlOf, claimHolder, type DatabaseUrls } from '@sammen/local-postgres';
import type { CliConfig } from '../config.js';
import { cliError } from '../errors.js';
import type { Reporter } from '../terminal/reporter.js';
import { claimState } from './claimState.js';
import { assertExternalReachable, embeddedOf, embeddedPostgres, prepareDatabases } from './databases.js';
import { readRunRecord } from './runRecord.js';
import type { StateFolder } from './stateFolder.js';

/** Databases in reach. */
export interface OpenDatabases {
  /** Connection strings by subgraph. */
  readonly urls: Readonly<Record<string, DatabaseUrls>>;
  /** Leaves everything as it was found. */
  close(): Promise<void>;
}

/** @throws ALREADY_RUNNING while a system is still starting, DATABASE_UNREACHABLE, and what PostgreSQL's start throws */
export async function openDatabases(
  state: StateFolder,
  subgraphs: readonly string[],
  config: CliConfig,
  reporter: Reporter,
): Promise<OpenDatabases> {
  await assertExternalReachable(subgraphs, config);
  if ((await claimHolder(state.claim)) !== undefined) {
    const record = readRunRecord(state.runRecord);
    if (record?.ready !== true) {
      throw cliError('ALREADY_RUNNING', { message: 'Sammen is just being started in this folder.' });
    }
    const adminUrl = record.postgresPort === null ? undefined : await adminUrlOf(state.postgres, record.postgresPort);
    return { urls: await prepareDatabases(state, subgraphs, config, adminUrl), close: async () => {} };
  }
  const release = await claimState(state, reporter);
  const needsPostgres = embeddedOf(subgraphs, config).length > 0;
  const postgres = needsPostgres ? embeddedPostgres(state, 0, true, reporter.note) : undefined;
  const close = async (): Promise<void> => {
    await postgres?.stop();
    await release();
  };
  try {
    const adminUrl = (await postgres?.start())?.adminUrl;
    return { urls: await prepareDatabases(state, subgraphs, config, adminUrl), close };
  } catch (error) {
    await close();
    throw error;
  }
}
