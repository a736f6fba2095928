import { readConfig } from '../src/index.js';

const COMPLETE = {
  HOST: '127.0.0.1',
  PORT: '4000',
  SUPERGRAPH_FILE: 'gateway/supergraph.graphql',
  SUBGRAPH_URLS: '{"psychiatry":"http://127.0.0.1:4002/graphql"}',
  SUBGRAPH_TIMEOUT_MS: '5000',
  SERVICE_KEY_FILE: 'keys/service-gateway.jwk.json',
  OIDC_ISSUER: 'https://issuer.test',
  OIDC_AUDIENCE: 'sammen',
  OIDC_JWKS_URL: 'https://issuer.test/jwks',
  DECISION_POINT_URL: 'http://127.0.0.1:4001',
  CORS_ORIGINS: 'https://front.test, http://localhost:5173',
  NODE_ENV: 'production',
  LOG_LEVEL: 'info',
};

describe('the configuration', () => {
  it('is read in full', () => {
    expect(readConfig(COMPLETE)).toEqual({
      host: '127.0.0.1',
      port: 4000,
      supergraphFile: 'gateway/supergraph.graphql',
      subgraphUrls: { psychiatry: 'http://127.0.0.1:4002/graphql' },
      subgraphTimeout: 5000,
      serviceKeyFile: 'keys/service-gateway.jwk.json',
      oidc: { issuer: 'https://issuer.test', audience: 'sammen', jwksUrl: 'https://issuer.test/jwks' },
      decisionPointUrl: 'http://127.0.0.1:4001',
      corsOrigins: ['https://front.test', 'http://localhost:5173'],
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
    ['SERVICE_KEY_FILE', ''],
    ['OIDC_JWKS_URL', 'secret'],
    ['OIDC_JWKS_URL', 'ftp://secret/keys'],
    ['DECISION_POINT_URL', 'secret'],
    ['DECISION_POINT_URL', 'file:///secret'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://secret.test/path'],
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

  it('may name no front end and no other address', () => {
    expect(readConfig({ ...COMPLETE, CORS_ORIGINS: '', SUBGRAPH_URLS: '{}' })).toMatchObject({
      corsOrigins: [],
      subgraphUrls: {},
    });
  });
});
