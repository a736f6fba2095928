import { kitError } from './errors.js';

/** Everything a subgraph process is told from outside. */
export interface SubgraphConfig {
  readonly host: string;
  readonly port: number;
  /** Application role: reads and writes rows, changes no tables. */
  readonly databaseUrl: string;
  /** Owner role: migrates. */
  readonly migrationDatabaseUrl: string;
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string };
  readonly decisionPointUrl: string;
  readonly serviceKeyFile: string;
  /** Set for the decision point only. */
  readonly grantKeyFile: string | null;
  /** Set for the decision point only: how it proves and keeps the access log. */
  readonly ledger: LedgerConfig | null;
  /** Set where other services call: their public keys, `kid` = name of the service. */
  readonly serviceJwksFile: string | null;
  readonly production: boolean;
  readonly logLevel: string;
}

/** What the decision point is told about its access log. */
export interface LedgerConfig {
  /** Signs checkpoints; a key of its own, because its public half is needed for as long as the log is kept. */
  readonly checkpointKeyFile: string;
  /** Where every checkpoint is written besides the database; null when nowhere. */
  readonly checkpointDirectory: string | null;
  /** ISO 8601 duration after which who and why are erased, at least two years. */
  readonly retention: string;
}

/** What only the decision point needs. */
const DECISION_POINT = 'citizen';

/**
 * Reads the environment of a subgraph. The only place that does; there are no open defaults.
 * @throws CONFIG_MISSING naming the key (INVARIANT I-4: a process that is told too little does not start)
 */
export function readSubgraphConfig(
  name: string,
  env: NodeJS.ProcessEnv = process.env,
  { takesServiceCalls }: { readonly takesServiceCalls: boolean } = { takesServiceCalls: false },
): SubgraphConfig {
  const required = (key: string): string => {
    const value = env[key];
    if (value === undefined || value === '') throw kitError('CONFIG_MISSING', { message: `${key} is not set.` });
    return value;
  };
  const prefix = name.toUpperCase();
  const decides = name === DECISION_POINT;
  const port = Number(required('PORT'));
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw kitError('CONFIG_MISSING', { message: 'PORT is not a port number.' });
  }
  return {
    host: required('HOST'),
    port,
    databaseUrl: required(`${prefix}_DATABASE_URL`),
    migrationDatabaseUrl: required(`${prefix}_MIGRATION_DATABASE_URL`),
    oidc: { issuer: required('OIDC_ISSUER'), audience: required('OIDC_AUDIENCE'), jwksUrl: required('OIDC_JWKS_URL') },
    decisionPointUrl: required('DECISION_POINT_URL'),
    serviceKeyFile: required('SERVICE_KEY_FILE'),
    grantKeyFile: decides ? required('GRANT_KEY_FILE') : null,
    ledger: decides ? readLedgerConfig(required) : null,
    serviceJwksFile: takesServiceCalls ? required('SERVICE_JWKS_FILE') : null,
    production: required('NODE_ENV') === 'production',
    logLevel: required('LOG_LEVEL'),
  };
}

/** Years, months and days; the floor of two years is the database's too. */
const DURATION = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;

function readLedgerConfig(required: (key: string) => string): LedgerConfig {
  const directory = required('CHECKPOINT_DIRECTORY');
  const retention = required('ACCESS_LOG_RETENTION');
  const [, years = 0, months = 0, days = 0] = DURATION.exec(retention) ?? [];
  // What is erased too early cannot be brought back, so a slip of the pen does not start.
  if (Number(years) + Number(months) / 12 + Number(days) / 366 < 2) {
    throw kitError('CONFIG_MISSING', { message: 'ACCESS_LOG_RETENTION is not a duration of at least P2Y.' });
  }
  return {
    checkpointKeyFile: required('CHECKPOINT_KEY_FILE'),
    checkpointDirectory: directory === 'none' ? null : directory,
    retention,
  };
}

/** What seeding needs: only the owner's access to the database. */
export function readSeedConfig(
  name: string,
  env: NodeJS.ProcessEnv = process.env,
): { migrationDatabaseUrl: string; databaseUrl: string } {
  const prefix = name.toUpperCase();
  const read = (key: string): string => {
    const value = env[key];
    if (value === undefined || value === '') throw kitError('CONFIG_MISSING', { message: `${key} is not set.` });
    return value;
  };
  return {
    migrationDatabaseUrl: read(`${prefix}_MIGRATION_DATABASE_URL`),
    databaseUrl: read(`${prefix}_DATABASE_URL`),
  };
}
