/** A throw-away PostgreSQL for the tests of one file: real server, own port, gone afterwards. */
import { join } from 'node:path';
import { createLocalPostgres, provisionDatabases, type DatabaseUrls } from '@sammen/local-postgres';
import { prepareCluster } from './prepared.js';
import { makeTestFolder, removeDeadTestFolders, removeTestFolder } from './testFolders.js';

/** A running throw-away server. */
export interface ScratchPostgres {
  readonly adminUrl: string;
  /** Connection strings of a subgraph's database. */
  urls(name: string): DatabaseUrls;
  /** Stops the server and deletes its data. */
  stop(): Promise<void>;
}

/** Starts a server (under a second) with a database and two roles for each named subgraph. */
export async function startScratchPostgres(...names: string[]): Promise<ScratchPostgres> {
  await removeDeadTestFolders();
  const folder = await makeTestFolder();
  await prepareCluster(join(folder, 'postgres'));
  const postgres = createLocalPostgres({ directory: join(folder, 'postgres'), port: 0, durable: false });
  const { adminUrl } = await postgres.start();
  const databases = await provisionDatabases(
    adminUrl,
    names.map((name) => ({ name, ownerPassword: `${name}-owner`, appPassword: `${name}-app` })),
  );
  return {
    adminUrl,
    urls(name) {
      const found = databases[name];
      if (found === undefined) throw new Error(`No database ${name} was asked for.`);
      return found;
    },
    async stop() {
      await postgres.stop();
      await removeTestFolder(folder);
    },
  };
}
