/** docker/postgres/databases.sql: what packages/local-postgres does to a server, as a script for psql. */
import {
  connectStatements,
  createDatabaseQuery,
  databaseNames,
  roleStatements,
  schemaStatements,
} from '@sammen/local-postgres';
import pg from 'pg';

/** Name of a password's environment variable. */
export const passwordVariable = (name: string, role: 'OWNER' | 'APP'): string =>
  `${name.toUpperCase()}_${role}_PASSWORD`;

/** The script for these subgraphs. A password that is not given leaves `:'…'` in the statement, so psql stops there. */
export function initSql(names: readonly string[]): string {
  const databases = names.flatMap((name) => {
    const variable = (role: 'OWNER' | 'APP'): string => passwordVariable(name, role);
    return [
      `\\getenv ${variable('OWNER')} ${variable('OWNER')}`,
      `\\getenv ${variable('APP')} ${variable('APP')}`,
      ...roleStatements({ name, ownerPassword: `:'${variable('OWNER')}'`, appPassword: `:'${variable('APP')}'` }),
      `${createDatabaseQuery(name)} \\gexec`,
      '',
    ];
  });
  const schemas = names.flatMap((name) => [`\\connect ${databaseNames(name).database}`, ...schemaStatements(name), '']);
  return [
    '-- A database and two roles for each subgraph, for psql 15 or newer as the administrator of an empty server.',
    '-- Made from packages/local-postgres/src/provisionSql.ts (UPDATE_DOCS=1 npx jest test/structure/composeFile).',
    '\\set ON_ERROR_STOP on',
    '',
    ...databases,
    ...connectStatements(names),
    '',
    ...schemas,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** Does what psql would with the few commands that {@link initSql} uses; there is no psql among what tests install. */
export async function runLikePsql(
  script: string,
  adminUrl: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const variables = new Map<string, string>();
  const quoted = (statement: string): string =>
    statement.replace(/:'(\w+)'/g, (whole, name: string) => {
      const value = variables.get(name);
      return value === undefined ? whole : pg.escapeLiteral(value);
    });
  const connect = async (database?: string): Promise<pg.Client> => {
    const url = new URL(adminUrl);
    if (database !== undefined) url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    return client;
  };
  let client = await connect();
  try {
    for (const line of script.split('\n')) {
      const [word, ...rest] = line.split(' ');
      if (line === '' || line.startsWith('--') || word === '\\set') continue;
      if (word === '\\getenv') {
        const value = env[rest[1]!];
        if (value !== undefined) variables.set(rest[0]!, value);
      } else if (word === '\\connect') {
        await client.end();
        client = await connect(rest[0]);
      } else if (line.endsWith(' \\gexec')) {
        const { rows } = await client.query<[string]>({
          text: quoted(line.slice(0, -' \\gexec'.length)),
          rowMode: 'array',
        });
        for (const [statement] of rows) await client.query(statement);
      } else {
        await client.query(quoted(line));
      }
    }
  } finally {
    await client.end();
  }
}
