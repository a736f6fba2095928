/** The only place that reads a subgraph's environment. A missing or malformed key stops the start and is named (INVARIANT I-4). */
import { type ClaimMapping, readClaimMapping } from '@sammen/identity';
import { kitError } from './errors.js';

/** Everything a subgraph process is told from outside. */
export interface SubgraphConfig {
  readonly host: string;
  readonly port: number;
  /** Application role: reads and writes rows, changes no tables. */
  readonly databaseUrl: string;
  /** Owner role: migrates. */
  readonly migrationDatabaseUrl: string;
  /** Whose access tokens count, and which of their claims make somebody somebody (ours by default). */
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: string;
    readonly claims?: ClaimMapping | undefined;
  };
  readonly decisionPointUrl: string;
  readonly serviceKeyFile: string;
  /** Public keys of the services whose calls count, the gateway's among them. */
  readonly serviceJwksFile: string;
  /** Set for the decision point only. */
  readonly grantKeyFile: string | null;
  /** Set for the decision point only: how it proves and keeps the access log. */
  readonly ledger: LedgerConfig | null;
  /** Base address of an OpenTelemetry collector; null for none. */
  readonly otlpEndpoint: string | null;
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

type Environment = Readonly<Record<string, string | undefined>>;
type Read<T> = (text: string) => T | undefined;

/** What only the decision point needs. */
const DECISION_POINT = 'citizen';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the environment of a subgraph; there are no open defaults.
 * @throws CONFIG_MISSING naming every key that is missing or malformed, and no value
 */
export function readSubgraphConfig(name: string, env: Environment = process.env): SubgraphConfig {
  return reading(env, (key) => ({
    host: key('HOST', 'an address', nonEmpty),
    port: key('PORT', 'a port number', port),
    ...databases(name, key),
    oidc: {
      issuer: key('OIDC_ISSUER', 'a name', nonEmpty),
      audience: key('OIDC_AUDIENCE', 'a name', nonEmpty),
      jwksUrl: key('OIDC_JWKS_URL', 'an http(s) address', address('http:', 'https:', 'file:')),
      claims: key('OIDC_CLAIMS', 'JSON as docs/sign-in.md has it', readClaimMapping),
    },
    decisionPointUrl: key('DECISION_POINT_URL', 'an http(s) address', address('http:', 'https:')),
    serviceKeyFile: key('SERVICE_KEY_FILE', 'a path', nonEmpty),
    serviceJwksFile: key('SERVICE_JWKS_FILE', 'a path', nonEmpty),
    ...(name === DECISION_POINT
      ? { grantKeyFile: key('GRANT_KEY_FILE', 'a path', nonEmpty), ledger: ledger(key) }
      : { grantKeyFile: null, ledger: null }),
    otlpEndpoint: key('OTEL_EXPORTER_OTLP_ENDPOINT', 'an http(s) address or none', addressOrNone),
    production: key('NODE_ENV', 'a name', nonEmpty) === 'production',
    logLevel: key('LOG_LEVEL', `one of ${LOG_LEVELS.join(', ')}`, (text) =>
      LOG_LEVELS.includes(text) ? text : undefined,
    ),
  }));
}

/** What seeding needs: only the way to the database. */
export type SeedConfig = Pick<SubgraphConfig, 'databaseUrl' | 'migrationDatabaseUrl'>;

/** Reads what a subgraph's seed program is told. @throws CONFIG_MISSING as {@link readSubgraphConfig} */
export function readSeedConfig(name: string, env: Environment = process.env): SeedConfig {
  return reading(env, (key) => databases(name, key));
}

type Key = <T>(name: string, what: string, read: Read<T>) => T;

function reading<T>(env: Environment, read: (key: Key) => T): T {
  const faults: string[] = [];
  const config = read((name, what, parse) => {
    const text = env[name];
    const value = text === undefined ? undefined : parse(text.trim());
    if (value === undefined) faults.push(text === undefined ? `${name} is missing` : `${name} must be ${what}`);
    return value as never;
  });
  if (faults.length > 0) throw kitError('CONFIG_MISSING', { message: `${faults.join('; ')}.` });
  return config;
}

function databases(subgraph: string, key: Key): SeedConfig {
  const prefix = subgraph.toUpperCase().replaceAll('-', '_');
  const postgres = address('postgres:', 'postgresql:');
  return {
    databaseUrl: key(`${prefix}_DATABASE_URL`, 'a postgres address', postgres),
    migrationDatabaseUrl: key(`${prefix}_MIGRATION_DATABASE_URL`, 'a postgres address', postgres),
  };
}

function ledger(key: Key): LedgerConfig {
  return {
    checkpointKeyFile: key('CHECKPOINT_KEY_FILE', 'a path', nonEmpty),
    checkpointDirectory: key('CHECKPOINT_DIRECTORY', 'a path, or "none"', pathOrNone),
    retention: key('ACCESS_LOG_RETENTION', 'an ISO 8601 duration of at least P2Y', retention),
  };
}

/** Years, months and days; the floor of two years is the database's too. */
const DURATION = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;

/** What is erased too early cannot be brought back, so a slip of the pen does not start. */
const retention: Read<string> = (text) => {
  const [, years = 0, months = 0, days = 0] = DURATION.exec(text) ?? [];
  return Number(years) + Number(months) / 12 + Number(days) / 366 < 2 ? undefined : text;
};

const pathOrNone: Read<string | null> = (text) => (text === '' ? undefined : text === 'none' ? null : text);

const addressOrNone: Read<string | null> = (text) => (text === 'none' ? null : address('http:', 'https:')(text));

const nonEmpty: Read<string> = (text) => (text === '' ? undefined : text);

const port: Read<number> = (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined);

function address(...protocols: string[]): Read<string> {
  return (text) => (URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined);
}
