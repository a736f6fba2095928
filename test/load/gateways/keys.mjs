/** Keys and tokens of one measurement, really signed; thrown away with their folder. */
import { join } from 'node:path';
import { createDevelopmentIssuer, generateKeyFile, writePublicJwks } from '@sammen/identity';

const OIDC = { issuer: 'sammen-development', audience: 'sammen' };
const PEOPLE = 64;
/** Whom gateways are measured in front of. */
export const SUBGRAPHS = ['citizen', 'coordination', 'municipality', 'ngo', 'psychiatry'];

/** Makes them in `directory`. The guardians may see all that is asked for; there are many, as nobody asks that often alone. */
export async function createBenchKeys(directory) {
  const grantKeyFile = join(directory, 'grant.jwk.json');
  const serviceKeyFileOf = (service) => join(directory, `service-${service}.jwk.json`);
  const serviceJwksFile = join(directory, 'services.jwks.json');
  generateKeyFile(grantKeyFile);
  const services = ['gateway', ...SUBGRAPHS];
  for (const service of services) generateKeyFile(serviceKeyFileOf(service), service);
  writePublicJwks(serviceJwksFile, services.map(serviceKeyFileOf));
  const issuer = createDevelopmentIssuer({ directory, ...OIDC, production: false });
  const guardian = (at) => ({
    id: `guardian-of-the-bench-${at}`,
    role: 'GUARDIAN',
    organisationId: null,
    organisationKind: 'NONE',
    unitId: null,
    citizenId: null,
  });
  const people = Array.from({ length: PEOPLE }, (_, at) => guardian(at));
  const tokens = await Promise.all(people.map((one) => issuer.issue(one)));
  const guardians = people.map(({ id }) => id);
  return {
    grantKeyFile,
    /** What the canned subgraphs sign and seal grants with. */
    cannedEnvironment: {
      GRANT_KEY_FILE: grantKeyFile,
      SERVICE_KEY_FILE: serviceKeyFileOf('citizen'),
      SERVICE_JWKS_FILE: serviceJwksFile,
    },
    serviceKeyFileOf,
    serviceJwksFile,
    guardians,
    tokens,
    oidc: { ...OIDC, jwksUrl: issuer.jwksUrl },
  };
}
