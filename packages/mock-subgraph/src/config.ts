/** The only place that reads a mock's environment. INVARIANT I-4: a missing key stops the start, and so does production. */
import { type ClaimMapping, readClaimMapping } from '@sammen/identity';
import { mockErrors } from './errors.js';

/** Everything a mock is told from outside. */
export interface MockConfig {
  readonly host: string;
  readonly port: number;
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: string;
    readonly claims?: ClaimMapping | undefined;
  };
  /** The real one: a mock decides nothing. */
  readonly decisionPointUrl: string;
  readonly serviceKeyFile: string;
  readonly serviceJwksFile: string;
  readonly logLevel: string;
  /** Whom it stands for. */
  readonly subgraph: string;
  /** The committed schema of that subgraph. */
  readonly schemaFile: string;
  /** Which of the population it knows. */
  readonly citizens: number;
  readonly seed: number;
  /** The day that the population is as old as. */
  readonly today: string;
}

/** Reads it. Throws MOCK_REFUSED, or MOCK_CONFIG_MISSING naming every key that is missing and no value. */
export function readMockConfig(env: Readonly<Record<string, string | undefined>> = process.env): MockConfig {
  // Anything but a word for development counts as production.
  if (!['development', 'test'].includes(env['NODE_ENV'] ?? '')) throw mockErrors('MOCK_REFUSED');
  const missing: string[] = [];
  const key = (name: string): string => {
    const text = env[name]?.trim() ?? '';
    if (text === '') missing.push(name);
    return text;
  };
  const number = (name: string): number => {
    const text = key(name);
    if (text !== '' && !/^\d{1,9}$/.test(text)) missing.push(name);
    return Number(text);
  };
  const claims = (): ClaimMapping | undefined => {
    const text = key('OIDC_CLAIMS');
    const mapping = readClaimMapping(text);
    if (text !== '' && mapping === undefined) missing.push('OIDC_CLAIMS');
    return mapping;
  };
  const config: MockConfig = {
    host: key('HOST'),
    port: number('PORT'),
    oidc: {
      issuer: key('OIDC_ISSUER'),
      audience: key('OIDC_AUDIENCE'),
      jwksUrl: key('OIDC_JWKS_URL'),
      claims: claims(),
    },
    decisionPointUrl: key('DECISION_POINT_URL'),
    serviceKeyFile: key('SERVICE_KEY_FILE'),
    serviceJwksFile: key('SERVICE_JWKS_FILE'),
    logLevel: key('LOG_LEVEL'),
    subgraph: key('MOCK_SUBGRAPH'),
    schemaFile: key('MOCK_SCHEMA_FILE'),
    citizens: number('MOCK_CITIZENS'),
    seed: number('MOCK_SEED'),
    today: key('MOCK_TODAY'),
  };
  if (missing.length > 0) {
    throw mockErrors('MOCK_CONFIG_MISSING', { message: `Missing or malformed: ${missing.join(', ')}.` });
  }
  return config;
}
