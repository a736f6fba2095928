/** The only place that reads the environment. A missing or malformed key stops the start and is named (INVARIANT I-4). */
import { type ClaimMapping, readClaimMapping } from '@sammen/identity';
import { type AdmissionConfig, readAdmission } from './admission/admissionConfig.js';
import { gatewayError } from './errors.js';
import { readObservability, type ObservabilityConfig } from './observe/observabilityConfig.js';
import { readSignIn, type SignInConfig } from './signIn/signInConfig.js';

/** What the gateway has to be told; times in milliseconds. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly supergraphFile: string;
  /** Addresses that replace those in the supergraph, by subgraph name. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly subgraphTimeout: number;
  /** The same for single subgraphs, by name. */
  readonly subgraphTimeouts: Readonly<Record<string, number>>;
  /** Calls to one subgraph at once. */
  readonly subgraphConcurrency: number;
  /** For a whole request, from its arrival; then it is answered with what is there. */
  readonly requestDeadline: number;
  /** The private key with which the gateway signs its calls to subgraphs. */
  readonly serviceKeyFile: string;
  /** The public keys of the services: a call is signed for the one that is called. */
  readonly serviceJwksFile: string;
  /** Whose access tokens count, and which of their claims make somebody somebody (ours by default). */
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: string;
    readonly claims?: ClaimMapping | undefined;
  };
  /** Base address of the decision point, whose public keys grants are verified with. */
  readonly decisionPointUrl: string;
  /** Origins of front ends that browsers may call from; empty means none. */
  readonly corsOrigins: readonly string[];
  /** Bound of what is kept of parsed and planned operations, in MiB. */
  readonly operationCacheMiB: number;
  readonly observability: ObservabilityConfig;
  readonly admission: AdmissionConfig;
  /** Where pages sign people in. */
  readonly pages: SignInConfig;
  readonly production: boolean;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Read<T> = (text: string) => T | undefined;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the configuration. Throws CONFIG_MISSING that names every key that is missing or malformed, and no value. */
export function readConfig(environment: Environment = process.env): GatewayConfig {
  const faults: string[] = [];

  function key<T>(name: string, what: string, read: Read<T>): T {
    const text = environment[name];
    const value = text === undefined ? undefined : read(text.trim());
    if (value === undefined) faults.push(text === undefined ? `${name} is missing` : `${name} must be ${what}`);
    return value as T;
  }

  const config: GatewayConfig = {
    host: key('HOST', 'an address', nonEmpty),
    port: key('PORT', 'a port number', wholeNumber(0, 65_535)),
    supergraphFile: key('SUPERGRAPH_FILE', 'a path', nonEmpty),
    subgraphUrls: key('SUBGRAPH_URLS', 'a JSON object of names and http(s) addresses', urlsByName),
    subgraphTimeout: key('SUBGRAPH_TIMEOUT_MS', 'a whole number from 1 to 120000', wholeNumber(1, 120_000)),
    subgraphTimeouts: key('SUBGRAPH_TIMEOUTS_MS', 'a JSON object of names and numbers from 1 to 120000', timesByName),
    subgraphConcurrency: key('SUBGRAPH_CONCURRENCY', 'a whole number from 1 to 10000', wholeNumber(1, 10_000)),
    requestDeadline: key('REQUEST_DEADLINE_MS', 'a whole number from 1 to 600000', wholeNumber(1, 600_000)),
    serviceKeyFile: key('SERVICE_KEY_FILE', 'a path', nonEmpty),
    serviceJwksFile: key('SERVICE_JWKS_FILE', 'a path', nonEmpty),
    oidc: {
      issuer: key('OIDC_ISSUER', 'a name', nonEmpty),
      audience: key('OIDC_AUDIENCE', 'a name', nonEmpty),
      jwksUrl: key('OIDC_JWKS_URL', 'an http(s) address', keysAddress),
      claims: key('OIDC_CLAIMS', 'JSON as docs/sign-in.md has it', readClaimMapping),
    },
    decisionPointUrl: key('DECISION_POINT_URL', 'an http(s) address', (text) => (isHttp(text) ? text : undefined)),
    corsOrigins: key('CORS_ORIGINS', 'empty, or origins separated by commas', origins),
    operationCacheMiB: key('OPERATION_CACHE_MIB', 'a whole number from 1 to 4096', wholeNumber(1, 4096)),
    observability: readObservability(key),
    admission: readAdmission(key),
    pages: readSignIn(key, environment['OIDC_ISSUER']),
    production: key('NODE_ENV', 'a name', nonEmpty) === 'production',
    logLevel: key('LOG_LEVEL', `one of ${LOG_LEVELS.join(', ')}`, (text) =>
      LOG_LEVELS.includes(text) ? text : undefined,
    ),
  };
  if (faults.length > 0) throw gatewayError('CONFIG_MISSING', { message: `${faults.join('; ')}.` });
  return config;
}

const nonEmpty: Read<string> = (text) => (text === '' ? undefined : text);

function wholeNumber(from: number, to: number): Read<number> {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined);
}

const isHttp = (url: unknown): url is string =>
  typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** A file is for development; who reads it refuses it in production. */
const keysAddress: Read<string> = (text) =>
  isHttp(text) || (URL.canParse(text) && new URL(text).protocol === 'file:') ? text : undefined;

const isTime = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 120_000;

const urlsByName: Read<Record<string, string>> = (text) => objectOf(text, isHttp);
const timesByName: Read<Record<string, number>> = (text) => objectOf(text, isTime);

function objectOf<T>(text: string, fits: (value: unknown) => value is T): Record<string, T> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.values(value).every(fits) ? (value as Record<string, T>) : undefined;
  } catch {
    return undefined;
  }
}

const origins: Read<string[]> = (text) => {
  const list = text.split(',').flatMap((origin) => origin.trim() || []);
  return list.every((origin) => isHttp(origin) && new URL(origin).origin === origin) ? list : undefined;
};
