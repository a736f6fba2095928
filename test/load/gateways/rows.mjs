/** Every gateway that is measured, and how it is started. */
import { fileURLToPath } from 'node:url';
import { startDecisionPoint } from './decisionPoint.mjs';
import { SUBGRAPHS } from './keys.mjs';

/** The project's own graph, as it is committed. */
export const SUPERGRAPH = fileURLToPath(new URL('../../../gateway/supergraph.graphql', import.meta.url));

/** The environment of the project's gateway. */
export function environmentOfOurs({ origin, keys, urls = {}, decisionPoint = origin, oidc = keys.oidc }) {
  const canned = Object.fromEntries(SUBGRAPHS.map((name) => [name, `${origin}/${name}/graphql`]));
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    SUPERGRAPH_FILE: SUPERGRAPH,
    SUBGRAPH_URLS: JSON.stringify({ ...canned, ...urls }),
    SUBGRAPH_TIMEOUT_MS: '20000',
    SUBGRAPH_TIMEOUTS_MS: '{}',
    SUBGRAPH_CONCURRENCY: '128',
    REQUEST_DEADLINE_MS: '30000',
    OPERATION_CACHE_MIB: '64',
    METRICS_PORT: 'none',
    METRICS_TOKEN: 'none',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'none',
    EXPLAIN_ROLES: 'NONE',
    PERSISTED_DOCUMENTS_FILE: 'none',
    FREE_TEXT_ROLES: 'ALL',
    INTROSPECTION_ROLES: 'ALL',
    COST_LIMIT: '1000000',
    RATE_LIMIT_PER_MINUTE: '999999999',
    TRUSTED_PROXIES: 'none',
    SIGN_IN_ISSUER: 'none',
    SIGN_IN_CLIENT_ID: 'sammen-explorer',
    SIGN_IN_SCOPE: 'openid offline_access',
    SIGN_IN_RESOURCE: 'none',
    SIGN_IN_END_SESSION: 'post',
    SERVICE_KEY_FILE: keys.serviceKeyFileOf('gateway'),
    SERVICE_JWKS_FILE: keys.serviceJwksFile,
    OIDC_ISSUER: oidc.issuer,
    OIDC_AUDIENCE: oidc.audience,
    OIDC_JWKS_URL: oidc.jwksUrl,
    OIDC_CLAIMS: '{}',
    DECISION_POINT_URL: decisionPoint,
    CORS_ORIGINS: '',
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
  };
}

async function script(name, { started, flags }, env) {
  const one = await started(name, env, flags);
  return { process: one, url: one.first.url };
}

/** Decisions are made and logged for each request; the decision point and its database count with the gateway. */
async function consent(about) {
  const { origin, cpu, stop } = await startDecisionPoint(about);
  about.stopping.push({ stop });
  const urls = { citizen: `${origin}/graphql` };
  const gateway = await script('ours.mjs', about, environmentOfOurs({ ...about, urls, decisionPoint: origin }));
  return { ...gateway, others: cpu, hasOwnData: true };
}

/** By the name that `--rows` takes. */
export const ROWS = {
  consent,
  ours: (about) => script('ours.mjs', about, environmentOfOurs(about)),
  stock: (about) => script('stock.mjs', { ...about, flags: [] }, { CANNED: about.origin, SUPERGRAPH_FILE: SUPERGRAPH }),
  nothing: async (about) => ({
    ...(await script('nothing.mjs', { ...about, flags: [] }, { SUPERGRAPH_FILE: SUPERGRAPH })),
    hasOwnData: true,
  }),
  hive: (about) =>
    script('others/hive.mjs', { ...about, flags: [] }, { CANNED: about.origin, SUPERGRAPH_FILE: SUPERGRAPH }),
  mercurius: (about) => script('others/mercurius.mjs', { ...about, flags: [] }, { CANNED: about.origin }),
  floor: (about) => script('floor.mjs', { ...about, flags: [] }, { CANNED: about.origin }),
};
