import { ROLES } from '@sammen/consent';
import { OWN_CLAIMS } from '@sammen/identity';
import { readConfig } from '../src/index.js';

const COMPLETE = {
  HOST: '127.0.0.1',
  PORT: '4000',
  SUPERGRAPH_FILE: 'gateway/supergraph.graphql',
  SUBGRAPH_URLS: '{"psychiatry":"http://127.0.0.1:4002/graphql"}',
  SUBGRAPH_TIMEOUT_MS: '5000',
  SUBGRAPH_TIMEOUTS_MS: '{"citizen":2500}',
  SUBGRAPH_CONCURRENCY: '64',
  REQUEST_DEADLINE_MS: '20000',
  SERVICE_KEY_FILE: 'keys/service-gateway.jwk.json',
  SERVICE_JWKS_FILE: 'keys/services.jwks.json',
  OIDC_ISSUER: 'https://issuer.test',
  OIDC_AUDIENCE: 'sammen',
  OIDC_JWKS_URL: 'https://issuer.test/jwks',
  OIDC_CLAIMS: '{}',
  DECISION_POINT_URL: 'http://127.0.0.1:4001',
  CORS_ORIGINS: 'https://front.test, http://localhost:5173',
  OPERATION_CACHE_MIB: '64',
  METRICS_PORT: '9464',
  METRICS_TOKEN: 'a-token-of-at-least-32-characters-',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.test:4318',
  EXPLAIN_ROLES: 'LEADER, ANALYST',
  PERSISTED_DOCUMENTS_FILE: 'documents.json',
  FREE_TEXT_ROLES: 'ANALYST, LEADER',
  INTROSPECTION_ROLES: 'NONE',
  COST_LIMIT: '50000',
  RATE_LIMIT_PER_MINUTE: '600',
  TRUSTED_PROXIES: 'loopback, 2001:db8::/32, 192.0.2.1',
  SIGN_IN_ISSUER: 'https://issuer.test/realms/sammen',
  SIGN_IN_CLIENT_ID: 'sammen-explorer',
  SIGN_IN_SCOPE: 'openid offline_access',
  SIGN_IN_RESOURCE: 'urn:sammen:graph',
  SIGN_IN_END_SESSION: 'post',
  NODE_ENV: 'production',
  LOG_LEVEL: 'info',
};

describe('the configuration', () => {
  it('is read in full', () => {
    expect(readConfig(COMPLETE)).toEqual({
      host: '127.0.0.1',
      port: 4000,
      operationCacheMiB: 64,
      supergraphFile: 'gateway/supergraph.graphql',
      subgraphUrls: { psychiatry: 'http://127.0.0.1:4002/graphql' },
      subgraphTimeout: 5000,
      subgraphTimeouts: { citizen: 2500 },
      subgraphConcurrency: 64,
      requestDeadline: 20000,
      serviceKeyFile: 'keys/service-gateway.jwk.json',
      serviceJwksFile: 'keys/services.jwks.json',
      oidc: {
        issuer: 'https://issuer.test',
        audience: 'sammen',
        jwksUrl: 'https://issuer.test/jwks',
        claims: OWN_CLAIMS,
      },
      decisionPointUrl: 'http://127.0.0.1:4001',
      corsOrigins: ['https://front.test', 'http://localhost:5173'],
      observability: {
        metricsPort: 9464,
        metricsToken: 'a-token-of-at-least-32-characters-',
        otlpEndpoint: 'http://collector.test:4318',
        explainRoles: ['LEADER', 'ANALYST'],
      },
      admission: {
        persistedDocumentsFile: 'documents.json',
        freeTextRoles: ['ANALYST', 'LEADER'],
        introspectionRoles: [],
        costLimit: 50_000,
        rateLimitPerMinute: 600,
        trustedProxies: ['loopback', '2001:db8::/32', '192.0.2.1'],
      },
      pages: {
        signIn: {
          issuer: 'https://issuer.test/realms/sammen',
          clientId: 'sammen-explorer',
          scope: 'openid offline_access',
          resource: 'urn:sammen:graph',
          endSession: null,
        },
        issuerKind: 'CONFIGURED',
      },
      production: true,
      logLevel: 'info',
    });
  });

  it.each(Object.keys(COMPLETE))('I-4: without %s is refused, naming it', (key) => {
    const { [key]: _left, ...rest } = COMPLETE as Record<string, string>;
    expect(() => readConfig(rest)).toThrow(
      expect.objectContaining({ code: 'CONFIG_MISSING', message: `${key} is missing.` }),
    );
  });

  it('names every key that is missing at once', () => {
    expect(() => readConfig({})).toThrow(
      expect.objectContaining({
        message: `${Object.keys(COMPLETE)
          .map((key) => `${key} is missing`)
          .join('; ')}.`,
      }),
    );
  });

  it.each([
    ['HOST', ''],
    ['PORT', 'secret'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['SUBGRAPH_URLS', 'secret'],
    ['SUBGRAPH_URLS', '["http://secret"]'],
    ['SUBGRAPH_URLS', '{"psychiatry":"file:///secret"}'],
    ['SUBGRAPH_URLS', '{"psychiatry":{"secret":1}}'],
    ['SUBGRAPH_TIMEOUT_MS', '0'],
    ['SUBGRAPH_TIMEOUT_MS', '1.5'],
    ['SUBGRAPH_TIMEOUTS_MS', 'secret'],
    ['SUBGRAPH_TIMEOUTS_MS', '{"citizen":"secret"}'],
    ['SUBGRAPH_TIMEOUTS_MS', '{"citizen":0}'],
    ['SUBGRAPH_CONCURRENCY', '0'],
    ['OPERATION_CACHE_MIB', '0'],
    ['REQUEST_DEADLINE_MS', 'secret'],
    ['SERVICE_KEY_FILE', ''],
    ['SERVICE_JWKS_FILE', ''],
    ['OIDC_JWKS_URL', 'secret'],
    ['OIDC_JWKS_URL', 'ftp://secret/keys'],
    ['DECISION_POINT_URL', 'secret'],
    ['DECISION_POINT_URL', 'file:///secret'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://secret.test/path'],
    ['METRICS_PORT', 'secret'],
    ['METRICS_PORT', '65536'],
    ['METRICS_TOKEN', 'secret'],
    ['METRICS_TOKEN', ''],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'secret'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'file:///secret'],
    ['EXPLAIN_ROLES', 'LEADER,secret'],
    ['EXPLAIN_ROLES', ''],
    ['PERSISTED_DOCUMENTS_FILE', ''],
    ['FREE_TEXT_ROLES', ''],
    ['FREE_TEXT_ROLES', 'ANALYST,secret'],
    ['FREE_TEXT_ROLES', 'analyst'],
    ['INTROSPECTION_ROLES', 'ALL,ANALYST'],
    ['COST_LIMIT', '0'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['RATE_LIMIT_PER_MINUTE', '1e3'],
    ['TRUSTED_PROXIES', ''],
    ['TRUSTED_PROXIES', 'secret'],
    ['TRUSTED_PROXIES', '192.0.2.0/33'],
    ['SIGN_IN_ISSUER', 'secret'],
    ['SIGN_IN_ISSUER', 'file:///secret'],
    ['SIGN_IN_ISSUER', 'https://issuer.test/?secret'],
    ['SIGN_IN_ISSUER', 'https://secret@issuer.test'],
    ['SIGN_IN_CLIENT_ID', ''],
    ['SIGN_IN_SCOPE', 'secret'],
    ['SIGN_IN_RESOURCE', 'secret'],
    ['SIGN_IN_RESOURCE', 'urn:sammen#secret'],
    ['SIGN_IN_END_SESSION', 'secret'],
    ['OIDC_CLAIMS', 'secret'],
    ['OIDC_CLAIMS', '{"role":{"claim":"roles","values":{"boss":"secret"}}}'],
    ['LOG_LEVEL', 'secret'],
  ])('with a malformed %s is refused, naming the key and not the value', (key, value) => {
    const read = () => readConfig({ ...COMPLETE, [key]: value });
    expect(read).toThrow(
      expect.objectContaining({
        code: 'CONFIG_MISSING',
        message: expect.stringMatching(new RegExp(`^${key} must be`)),
      }),
    );
    expect(read).not.toThrow(/secret/);
  });

  it('I-14: may keep everything it does to itself, and say so', () => {
    const silent = { METRICS_PORT: 'none', METRICS_TOKEN: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'none' };
    expect(readConfig({ ...COMPLETE, ...silent, EXPLAIN_ROLES: 'NONE' }).observability).toEqual({
      metricsPort: null,
      metricsToken: null,
      otlpEndpoint: null,
      explainRoles: [],
    });
    expect(readConfig({ ...COMPLETE, EXPLAIN_ROLES: 'ALL' }).observability.explainRoles).toEqual(ROLES);
  });

  it('may name no front end and no other address', () => {
    expect(readConfig({ ...COMPLETE, CORS_ORIGINS: '', SUBGRAPH_URLS: '{}' })).toMatchObject({
      corsOrigins: [],
      subgraphUrls: {},
    });
  });

  it('may open admission to all, and say so', () => {
    const open = { PERSISTED_DOCUMENTS_FILE: 'none', FREE_TEXT_ROLES: 'ALL', TRUSTED_PROXIES: 'none' };
    expect(readConfig({ ...COMPLETE, ...open }).admission).toMatchObject({
      persistedDocumentsFile: null,
      freeTextRoles: ROLES,
      trustedProxies: [],
    });
  });

  it('may have no sign-in for pages, or say that whoever signs in is made up', () => {
    const none = { SIGN_IN_ISSUER: 'none', SIGN_IN_RESOURCE: 'none' };
    expect(readConfig({ ...COMPLETE, ...none }).pages).toEqual({ signIn: null, issuerKind: 'CONFIGURED' });
    const made = { SIGN_IN_RESOURCE: 'none', OIDC_ISSUER: 'http://127.0.0.1:4006 sammen-development' };
    expect(readConfig({ ...COMPLETE, ...made }).pages).toMatchObject({
      signIn: { resource: null },
      issuerKind: 'DEVELOPMENT',
    });
  });
});
