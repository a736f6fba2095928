/**
 * OpenID Connect by oidc-provider, told to do one thing only: authorisation code with PKCE (S256) for the gateway's pages.
 * What is not switched on here is off.
 */
import { randomBytes } from 'node:crypto';
import { readDevelopmentKeys } from '@sammen/identity';
import { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { type Accounts, sammenClaimOf } from './accounts.js';
import type { IssuerConfig } from './config.js';
import type { MemoryStore } from './memoryStore.js';
import { errorPage } from './pages/otherPages.js';
import { askOrSignOut, showSignedOut } from './signOut.js';
import { languageOf } from './texts/languages.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long things live, in seconds. An access token that is stolen, or of somebody who signed out, counts no longer. */
export const LIFETIMES = { accessToken: 5 * MINUTE, code: MINUTE, interaction: HOUR, session: 8 * HOUR } as const;

const ALGORITHM = 'EdDSA';

/** Where pages come back to, below each of their origins. */
const CALLBACKS = ['/sign-in', '/consent/sign-in'];

/** Where they may go after signing out. */
const SIGNED_OUT = ['/', '/consent'];

/** Makes the provider; it listens nowhere yet. Throws KEY_FILE_INVALID. */
export function createProvider(config: IssuerConfig, accounts: Accounts, store: MemoryStore): Provider {
  const { session } = LIFETIMES;
  const configuration: Configuration = {
    adapter: (model) => store.adapter(model),
    jwks: { keys: [...readDevelopmentKeys(config.keyDirectory)] } as NonNullable<Configuration['jwks']>,
    clients: [clientOf(config)],
    clientBasedCORS: (_ctx, origin) => config.pageOrigins.includes(origin),
    cookies: {
      // A restart forgets all sessions anyway.
      keys: [randomBytes(32).toString('base64url')],
      names: { session: 'sammen_issuer', interaction: 'sammen_issuer_step', resume: 'sammen_issuer_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub', 'name', 'sammen'] },
    // The pages show who is signed in, and ask no second time for it.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    enabledJWA: { idTokenSigningAlgValues: [ALGORITHM] },
    pkce: { required: () => true },
    issueRefreshToken: () => true,
    // INVARIANT I-4: what a session brought ends with it.
    expiresWithSession: () => true,
    rotateRefreshToken: () => true,
    ttl: {
      AccessToken: LIFETIMES.accessToken,
      AuthorizationCode: LIFETIMES.code,
      Grant: session,
      IdToken: session,
      Interaction: LIFETIMES.interaction,
      RefreshToken: session,
      Session: session,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => client.clientId === token.clientId },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => config.resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => resourceServer(config, resource),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: askOrSignOut,
        postLogoutSuccessSource: showSignedOut,
      },
    },
    interactions: { policy: policyWithoutConsent(), url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: (ctx) => grantOfFirstParty(ctx, config),
    findAccount(_ctx, id) {
      const persona = accounts.byId(id);
      if (persona === undefined) return undefined;
      const { displayName: name, actor } = persona;
      return { accountId: id, claims: () => ({ sub: id, name, sammen: sammenClaimOf(actor) }) };
    },
    extraTokenClaims(_ctx, token) {
      const persona = 'accountId' in token ? accounts.byId(String(token.accountId)) : undefined;
      return persona && { sammen: sammenClaimOf(persona.actor) };
    },
    renderError(ctx, { error }) {
      ctx.type = 'html';
      ctx.body = errorPage(languageOf(undefined, ctx.oidc?.params?.['ui_locales']), error);
    },
  };
  return new Provider(config.issuer, configuration);
}

function clientOf({ clientId, pageOrigins }: IssuerConfig) {
  const below = (paths: readonly string[]): string[] =>
    pageOrigins.flatMap((origin) => paths.map((path) => `${origin}${path}`));
  return {
    client_id: clientId,
    client_name: 'Sammen',
    application_type: 'web' as const,
    require_auth_time: true,
    token_endpoint_auth_method: 'none' as const,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    redirect_uris: below(CALLBACKS),
    post_logout_redirect_uris: below(SIGNED_OUT),
    id_token_signed_response_alg: ALGORITHM as 'EdDSA',
  };
}

/** Access tokens are for one audience, and JWTs that every service can verify by itself (RFC 9068). */
function resourceServer({ resource: known, audience }: IssuerConfig, resource: string) {
  // An empty audience would make a token for everybody; an unknown resource gets none.
  if (resource !== known) throw new errors.InvalidTarget();
  return {
    scope: '',
    audience,
    accessTokenTTL: LIFETIMES.accessToken,
    accessTokenFormat: 'jwt' as const,
    jwt: { sign: { alg: ALGORITHM as 'EdDSA' } },
  };
}

/** The pages are the installation's own, so nobody is asked whether they may know who is signed in. */
function policyWithoutConsent() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function grantOfFirstParty(ctx: KoaContextWithOIDC, { clientId, resource }: IssuerConfig) {
  const { session, client, provider } = ctx.oidc;
  const accountId = session?.accountId;
  if (session === undefined || accountId === undefined || client?.clientId !== clientId) return undefined;
  const known = session.grantIdFor(clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope('openid offline_access');
  grant.addOIDCClaims(['name', 'sammen']);
  grant.addResourceScope(resource, '');
  await grant.save();
  return grant;
}
