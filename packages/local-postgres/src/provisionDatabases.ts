/** Gives every subgraph its own database and roles on a server, over and over without harm (INVARIANT I-13). */
import pg from 'pg';
import {
  connectStatements,
  createDatabaseQuery,
  databaseNames,
  roleStatements,
  schemaStatements,
} from './provisionSql.js';

/** A database to be there, with its two roles' passwords. */
export interface DatabaseRequest {
  /** The subgraph's name, e.g. `psychiatry`. */
  readonly name: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** How to reach one subgraph's database. */
export interface DatabaseUrls {
  /** Application role: `<NAME>_DATABASE_URL`. */
  readonly app: string;
  /** Owner role: `<NAME>_MIGRATION_DATABASE_URL`. */
  readonly owner: string;
  /** Administrator, in the same database: for tests and tools. */
  readonly admin: string;
}

const NAME = /^[a-z][a-z0-9_]{0,30}$/;

async function inDatabase<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'sammen provision' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withParts(adminUrl: string, database: string, user?: string, password?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.href;
}

/**
 * @param adminUrl connection string of a role that may create roles and databases
 * @returns connection strings by subgraph name
 */
export async function provisionDatabases(
  adminUrl: string,
  requests: readonly DatabaseRequest[],
): Promise<Record<string, DatabaseUrls>> {
  for (const { name } of requests) if (!NAME.test(name)) throw new TypeError(`Not a database name: ${name}`);
  await inDatabase(adminUrl, async (client) => {
    for (const { name, ownerPassword, appPassword } of requests) {
      const quoted = {
        name,
        ownerPassword: pg.escapeLiteral(ownerPassword),
        appPassword: pg.escapeLiteral(appPassword),
      };
      await client.query(roleStatements(quoted).join('\n'));
      const { rows } = await client.query<[string]>({ text: createDatabaseQuery(name), rowMode: 'array' });
      if (rows[0] !== undefined) await client.query(rows[0][0]);
    }
    await client.query(connectStatements(requests.map(({ name }) => name)).join('\n'));
  });
  const entries = await Promise.all(
    requests.map(async ({ name, ownerPassword, appPassword }) => {
      const { database, owner, app } = databaseNames(name);
      const admin = withParts(adminUrl, database);
      await inDatabase(admin, (client) => client.query(schemaStatements(name).join('\n')));
      const urls: DatabaseUrls = {
        app: withParts(adminUrl, database, app, appPassword),
        owner: withParts(adminUrl, database, owner, ownerPassword),
        admin,
      };
      return [name, urls] as const;
    }),
  );
  return Object.fromEntries(entries);
}
