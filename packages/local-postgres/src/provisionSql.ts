/** The SQL that gives every subgraph a database and two roles of its own, and nobody else's. */

/** One subgraph's database: what the statements need to know. */
export interface DatabaseAccess {
  /** The subgraph's name; letters only. */
  readonly name: string;
  /** The owner role's password as an SQL expression: a quoted literal, or a psql variable such as `:'owner_password'`. */
  readonly ownerPassword: string;
  /** The application role's password, likewise. */
  readonly appPassword: string;
}

/** The names that belong to a subgraph. */
export const databaseNames = (name: string) => ({
  database: `sammen_${name}`,
  /** Owns the database: migrations and seeding. */
  owner: `sammen_${name}_owner`,
  /** What the running service is: reads and writes rows, changes no tables. */
  app: `sammen_${name}`,
});

const ensureRole = (role: string): string =>
  `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF; END $$;`;

const LOGIN_ONLY = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** Run in any database as administrator, in this order. */
export function roleStatements({ name, ownerPassword, appPassword }: DatabaseAccess): string[] {
  const { owner, app } = databaseNames(name);
  return [
    ensureRole(owner),
    `ALTER ROLE ${owner} WITH ${LOGIN_ONLY} PASSWORD ${ownerPassword};`,
    ensureRole(app),
    `ALTER ROLE ${app} WITH ${LOGIN_ONLY} PASSWORD ${appPassword};`,
  ];
}

/** A query whose single cell, if any, is the statement to run next (psql: `\gexec`): CREATE DATABASE knows no IF NOT EXISTS. */
export function createDatabaseQuery(name: string): string {
  const { database, owner } = databaseNames(name);
  return `SELECT 'CREATE DATABASE ${database} OWNER ${owner} TEMPLATE template0 ENCODING ''UTF8''' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${database}')`;
}

/** Run in any database once all databases are there. */
export function connectStatements(names: readonly string[]): string[] {
  // INVARIANT I-13: nobody connects to a database that is not theirs.
  return [
    ...['postgres', 'template1'].map((database) => `REVOKE ALL ON DATABASE ${database} FROM PUBLIC;`),
    ...names
      .map(databaseNames)
      .flatMap(({ database, owner, app }) => [
        `ALTER DATABASE ${database} OWNER TO ${owner};`,
        `REVOKE ALL ON DATABASE ${database} FROM PUBLIC;`,
        `GRANT CONNECT ON DATABASE ${database} TO ${app};`,
      ]),
  ];
}

/** Run inside the subgraph's database: the application role may use what the owner makes, now and later. */
export function schemaStatements(name: string): string[] {
  const { owner, app } = databaseNames(name);
  const defaults = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public GRANT`;
  return [
    'REVOKE ALL ON SCHEMA public FROM PUBLIC;',
    `GRANT USAGE, CREATE ON SCHEMA public TO ${owner};`,
    `GRANT USAGE ON SCHEMA public TO ${app};`,
    `${defaults} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};`,
    `${defaults} USAGE ON SEQUENCES TO ${app};`,
  ];
}
