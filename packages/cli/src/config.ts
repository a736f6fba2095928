/** The only place of the command line that reads the environment. */

/** A server of the user's own for one subgraph. */
export interface ExternalDatabase {
  readonly app: string;
  readonly owner: string;
}

/** What the environment tells the command line. */
export interface CliConfig {
  readonly production: boolean;
  readonly logLevel: string;
  /** `<NAME>_DATABASE_URL`, with `<NAME>_MIGRATION_DATABASE_URL` for the owner's role if that is another. */
  externalDatabase(subgraph: string): ExternalDatabase | undefined;
  /** What every service process gets of our own environment: nothing that is not listed here. */
  readonly inherited: Readonly<Record<string, string>>;
  /** Whether npm started us and is to take us with it when it dies. */
  readonly startedByNpm: boolean;
}

/** A subgraph's name as it stands in the names of environment variables. */
export const environmentPrefix = (subgraph: string): string => subgraph.toUpperCase().replaceAll('-', '_');

const INHERITED = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'SYSTEMROOT'];

/** Reads the environment; unset means the embedded PostgreSQL and development. */
export function readCliConfig(env: NodeJS.ProcessEnv = process.env): CliConfig {
  const inherited = Object.fromEntries(
    INHERITED.flatMap((key) => (env[key] === undefined ? [] : [[key, env[key]] as const])),
  );
  return {
    production: env['NODE_ENV'] === 'production',
    logLevel: env['LOG_LEVEL'] || 'info',
    externalDatabase(subgraph) {
      const key = environmentPrefix(subgraph);
      const app = env[`${key}_DATABASE_URL`];
      if (!app) return undefined;
      return { app, owner: env[`${key}_MIGRATION_DATABASE_URL`] || app };
    },
    inherited,
    startedByNpm: env['npm_lifecycle_event'] !== undefined,
  };
}
