/** What each process is told from outside: exactly what it needs, secrets of the others excluded. */
import type { DatabaseUrls } from '@sammen/local-postgres';
import { type CliConfig, environmentPrefix } from '../config.js';
import { DEVELOPMENT_CLIENT, DEVELOPMENT_OIDC, GATEWAY_SERVICE, serviceKeyFileOf, type SystemKeys } from './keys.js';
import { DEFAULT_POPULATION, seedInUse } from './seedPlan.js';
import type { Population } from './seeding.js';
import type { Service } from './services.js';
import type { StateFolder } from './stateFolder.js';

/** Everything that environments are made of. */
export interface EnvironmentSources {
  readonly state: StateFolder;
  readonly config: CliConfig;
  readonly keys: SystemKeys;
  /** Connection strings by subgraph. */
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
  /** Ports by service, of those that are not started too. */
  readonly ports: Readonly<Record<string, number>>;
  /** The synthetic citizens that are there; mocks know the same ones. */
  readonly population?: Population;
}

/** The one host that everything of a local system listens on. */
export const HOST = '127.0.0.1';

/** How long a local system keeps who looked: docs/operations.md says why five years. */
const DEFAULT_RETENTION = 'P5Y';

/** Address of a service. */
export const baseUrl = (port: number | undefined): string => `http://${HOST}:${port}`;

/** The two connection strings of one subgraph. */
export function databaseEnvironment(name: string, databases: EnvironmentSources['databases']): Record<string, string> {
  // INVARIANT I-13: a process is told of no database but its own.
  const urls = databases[name];
  if (urls === undefined) return {};
  return {
    [`${environmentPrefix(name)}_DATABASE_URL`]: urls.app,
    [`${environmentPrefix(name)}_MIGRATION_DATABASE_URL`]: urls.owner,
  };
}

function subgraphEnvironment(name: string, sources: EnvironmentSources): Record<string, string> {
  const { state, keys, ports, databases } = sources;
  const decides = name === 'citizen';
  return {
    ...databaseEnvironment(name, databases),
    DECISION_POINT_URL: baseUrl(ports['citizen']),
    SERVICE_KEY_FILE: serviceKeyFileOf(state, name),
    // Public keys: calls of the gateway and of other services are verified with these.
    SERVICE_JWKS_FILE: keys.serviceJwksFile,
    ...(decides ? decisionPointEnvironment(sources) : {}),
  };
}

function decisionPointEnvironment({ state, keys }: EnvironmentSources): Record<string, string> {
  return {
    GRANT_KEY_FILE: keys.grantKeyFile,
    CHECKPOINT_KEY_FILE: keys.checkpointKeyFile,
    CHECKPOINT_DIRECTORY: state.checkpoints,
    ACCESS_LOG_RETENTION: DEFAULT_RETENTION,
  };
}

function gatewayEnvironment({ ports, state, keys }: EnvironmentSources): Record<string, string> {
  const { gateway: _own, issuer, ...subgraphs } = ports;
  return {
    SUPERGRAPH_FILE: state.supergraph,
    SUBGRAPH_URLS: JSON.stringify(
      Object.fromEntries(Object.entries(subgraphs).map(([name, port]) => [name, `${baseUrl(port)}/graphql`])),
    ),
    SERVICE_KEY_FILE: serviceKeyFileOf(state, GATEWAY_SERVICE),
    // Public keys: a call is signed with the gateway's private key for the public key of whom it calls.
    SERVICE_JWKS_FILE: keys.serviceJwksFile,
    SUBGRAPH_TIMEOUT_MS: '10000',
    SUBGRAPH_TIMEOUTS_MS: '{}',
    SUBGRAPH_CONCURRENCY: '128',
    REQUEST_DEADLINE_MS: '30000',
    OPERATION_CACHE_MIB: '64',
    // Where the gateway finds the public keys that grants are signed with.
    DECISION_POINT_URL: baseUrl(ports['citizen']),
    CORS_ORIGINS: '',
    METRICS_PORT: 'none',
    METRICS_TOKEN: 'none',
    EXPLAIN_ROLES: 'ALL',
    PERSISTED_DOCUMENTS_FILE: 'none',
    FREE_TEXT_ROLES: 'ALL',
    INTROSPECTION_ROLES: 'ALL',
    // The canaries read everything of a citizen in a few requests, in pages of a hundred.
    COST_LIMIT: '500000',
    // Tests, canaries and measurements ask as one person, thousands of times.
    RATE_LIMIT_PER_MINUTE: '100000000',
    TRUSTED_PROXIES: 'none',
    SIGN_IN_ISSUER: issuer === undefined ? 'none' : baseUrl(issuer),
    SIGN_IN_CLIENT_ID: DEVELOPMENT_CLIENT.clientId,
    SIGN_IN_SCOPE: 'openid offline_access',
    SIGN_IN_RESOURCE: DEVELOPMENT_CLIENT.resource,
    SIGN_IN_END_SESSION: 'post',
  };
}

function issuerEnvironment({ ports, state }: EnvironmentSources): Record<string, string> {
  return {
    ISSUER_URL: baseUrl(ports['issuer']),
    SIGN_IN_CLIENT_ID: DEVELOPMENT_CLIENT.clientId,
    SIGN_IN_RESOURCE: DEVELOPMENT_CLIENT.resource,
    // Under both names of the machine itself.
    PAGE_ORIGINS: [HOST, 'localhost'].map((host) => `http://${host}:${ports['gateway']}`).join(','),
    KEY_DIRECTORY: state.keys,
    POPULATION_SEED: String(seedInUse(state)),
  };
}

function mockEnvironment({ name, schema }: Service, sources: EnvironmentSources): Record<string, string> {
  const { citizens, seed } = sources.population ?? DEFAULT_POPULATION;
  return {
    DECISION_POINT_URL: baseUrl(sources.ports['citizen']),
    SERVICE_KEY_FILE: serviceKeyFileOf(sources.state, name),
    SERVICE_JWKS_FILE: sources.keys.serviceJwksFile,
    MOCK_SUBGRAPH: name,
    MOCK_SCHEMA_FILE: schema ?? '',
    MOCK_CITIZENS: String(citizens),
    MOCK_SEED: String(seed),
    MOCK_TODAY: new Date().toISOString().slice(0, 10),
  };
}

function specialOf(service: Service, sources: EnvironmentSources): Record<string, string> {
  const { kind, name, isMock } = service;
  if (isMock) return mockEnvironment(service, sources);
  if (kind === 'gateway') return gatewayEnvironment(sources);
  return kind === 'issuer' ? issuerEnvironment(sources) : subgraphEnvironment(name, sources);
}

/** The environment of one service. */
export function environmentOf(service: Service, sources: EnvironmentSources): Record<string, string> {
  const { state, config, keys, ports } = sources;
  return {
    ...config.inherited,
    NODE_ENV: 'development',
    // Where Node (22.1 and newer) keeps compiled code, for quicker starts.
    NODE_COMPILE_CACHE: state.compileCache,
    LOG_LEVEL: config.logLevel,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'none',
    HOST,
    PORT: String(ports[service.name]),
    // Who signs in on a page, and whoever has a token of `sammen token`: one key, two names.
    OIDC_ISSUER: [...(ports['issuer'] ? [baseUrl(ports['issuer'])] : []), DEVELOPMENT_OIDC.issuer].join(' '),
    OIDC_AUDIENCE: DEVELOPMENT_OIDC.audience,
    OIDC_JWKS_URL: keys.issuer.jwksUrl,
    OIDC_CLAIMS: '{}',
    ...specialOf(service, sources),
  };
}
