/** Made-up callers with real tokens. */
import { join } from 'node:path';
import type { Actor } from '@sammen/consent';
import { createDevelopmentIssuer, generateKeyFile, writePublicJwks } from '@sammen/identity';

export const SELF = '00000000-0000-8000-8000-000000000001';

export const PSYCHIATRIST: Actor = {
  id: 'staff-psychiatrist-0',
  role: 'PSYCHIATRIST',
  organisationId: 'region-syddanmark',
  organisationKind: 'REGION',
  unitId: 'region-syddanmark/psychiatry-esbjerg',
  citizenId: null,
};
const PRIVATE = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;
export const CITIZEN: Actor = { id: 'citizen-1', role: 'CITIZEN', ...PRIVATE, citizenId: SELF };
export const GUARDIAN: Actor = { id: 'guardian-1', role: 'GUARDIAN', ...PRIVATE, citizenId: null };
export const ANALYST: Actor = { ...PSYCHIATRIST, id: 'staff-analyst-0', role: 'ANALYST' };

/** Private keys of the gateway and of `subgraphs` in `directory`, and the file of their public halves. */
export function createServiceKeys(directory: string, subgraphs: readonly string[]) {
  const keyFileOf = (service: string) => join(directory, `service-${service}.jwk.json`);
  const serviceJwksFile = join(directory, 'services.jwks.json');
  const services = ['gateway', 'citizen', ...subgraphs];
  for (const service of services) generateKeyFile(keyFileOf(service), service);
  writePublicJwks(serviceJwksFile, [...new Set(services)].map(keyFileOf));
  return { serviceKeyFile: keyFileOf('gateway'), serviceJwksFile, keyFileOf };
}

/** An issuer whose keys live in `directory`. */
export function createIssuer(directory: string) {
  const oidc = { issuer: 'https://issuer.test', audience: 'sammen' };
  const issuer = createDevelopmentIssuer({ directory, ...oidc, production: false });
  return { oidc: { ...oidc, jwksUrl: issuer.jwksUrl }, issue: issuer.issue };
}
