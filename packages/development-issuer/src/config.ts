/** The only place that reads the environment. A missing or malformed key stops the start and is named (INVARIANT I-4). */
import { issuerError } from './errors.js';

/** What the development issuer has to be told. */
export interface IssuerConfig {
  readonly host: string;
  readonly port: number;
  /** Its address, and `iss` of its tokens. */
  readonly issuer: string;
  /** `aud` of its access tokens. */
  readonly audience: string;
  /** What clients call that audience when they ask for a token (RFC 8707). */
  readonly resource: string;
  /** Its one client, the pages of the gateway. */
  readonly clientId: string;
  /** Origins that those pages come from. */
  readonly pageOrigins: readonly string[];
  /** The folder with the key of the development issuer. */
  readonly keyDirectory: string;
  /** The seed number of the people it knows. */
  readonly seed: number;
  readonly production: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration. Throws CONFIG_MISSING that names every key that is missing or malformed, and no value. */
export function readIssuerConfig(environment: Environment = process.env): IssuerConfig {
  const faults: string[] = [];
  function key<T>(name: string, what: string, read: (text: string) => T | undefined): T {
    const text = environment[name];
    const value = text === undefined ? undefined : read(text.trim());
    if (value === undefined) faults.push(text === undefined ? `${name} is missing` : `${name} must be ${what}`);
    return value as T;
  }
  const config: IssuerConfig = {
    host: key('HOST', 'an address', nonEmpty),
    port: key('PORT', 'a port number', (text) => wholeNumber(text, 65_535)),
    issuer: key('ISSUER_URL', 'an origin', origin),
    audience: key('OIDC_AUDIENCE', 'a name', nonEmpty),
    resource: key('SIGN_IN_RESOURCE', 'an absolute URI', (text) => (URL.canParse(text) ? text : undefined)),
    clientId: key('SIGN_IN_CLIENT_ID', 'a name', nonEmpty),
    pageOrigins: key('PAGE_ORIGINS', 'origins separated by commas', origins),
    keyDirectory: key('KEY_DIRECTORY', 'a path', nonEmpty),
    seed: key('POPULATION_SEED', 'a whole number', (text) => wholeNumber(text, 2 ** 31)),
    production: key('NODE_ENV', 'a name', nonEmpty) === 'production',
  };
  if (faults.length > 0) throw issuerError('CONFIG_MISSING', { message: `${faults.join('; ')}.` });
  return config;
}

const nonEmpty = (text: string): string | undefined => (text === '' ? undefined : text);

const wholeNumber = (text: string, most: number): number | undefined =>
  /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

const origin = (text: string): string | undefined =>
  URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text) ? text : undefined;

function origins(text: string): readonly string[] | undefined {
  const list = text.split(',').map((part) => origin(part.trim()));
  return list.every((one) => one !== undefined) ? list : undefined;
}
