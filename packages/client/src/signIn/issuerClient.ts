/** The conversation with one OpenID Connect issuer, on oauth4webapi: nothing is believed that it has not validated. */
import * as oauth from 'oauth4webapi';
import type { Keepsake } from './browser.js';
import { type Session, sessionOf } from './session.js';
import type { SignInSettings } from './settings.js';
import { signInError } from './signInError.js';

/** What the issuer gave. */
export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly refreshToken: string | null;
  /** The newest; needed to sign out without being asked. */
  readonly idToken: string | null;
  readonly session: Session | null;
}

/** What the issuer may be asked to do while signing in. */
export interface AuthorizationOptions {
  /** `none`: only if the issuer still knows the person; `login`: again, whoever is known. */
  readonly prompt?: 'none' | 'login' | undefined;
  /** The language of its pages: `da` or `en`. */
  readonly locale?: string | undefined;
}

/** How long a token without a stated lifetime is taken to live, in seconds. */
const UNSTATED_LIFETIME = 60;

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Codes with which an issuer says that somebody would have to be asked. */
const NOBODY_KNOWN = ['login_required', 'interaction_required', 'consent_required', 'account_selection_required'];

/** A client of the issuer; asks it for its addresses once, at first need. */
export function createIssuerClient(
  settings: SignInSettings,
  redirectUri: string,
  fetch: typeof globalThis.fetch,
  clock: () => number,
) {
  const issuer = new URL(settings.issuer);
  const client: oauth.Client = { client_id: settings.clientId };
  // Without TLS only on the machine itself, where a development issuer runs.
  const http = {
    [oauth.customFetch]: fetch,
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:' && LOOPBACK.test(issuer.hostname),
  };
  const resource: Record<string, string> = settings.resource === null ? {} : { resource: settings.resource };
  let found: Promise<oauth.AuthorizationServer> | undefined;

  function discover(): Promise<oauth.AuthorizationServer> {
    found ??= findIssuer().catch((cause: unknown) => {
      found = undefined;
      throw failure(cause, 'ISSUER_NOT_USABLE');
    });
    return found;
  }

  async function findIssuer(): Promise<oauth.AuthorizationServer> {
    const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, http));
    const offered = server.code_challenge_methods_supported ?? ['S256'];
    if (!offered.includes('S256') || server.authorization_endpoint === undefined) {
      throw signInError('ISSUER_NOT_USABLE');
    }
    return server;
  }

  function tokensOf(answer: oauth.TokenEndpointResponse, before: Tokens | null): Tokens {
    const claims = oauth.getValidatedIdTokenClaims(answer);
    return {
      accessToken: answer.access_token,
      expiresAt: clock() + (answer.expires_in ?? UNSTATED_LIFETIME) * 1000,
      refreshToken: answer.refresh_token ?? before?.refreshToken ?? null,
      idToken: answer.id_token ?? before?.idToken ?? null,
      session: claims ? sessionOf(claims) : (before?.session ?? null),
    };
  }

  return {
    /** Where to send the browser, and what it has to remember. */
    async begin({ prompt, locale }: AuthorizationOptions): Promise<{ url: string; keepsake: Keepsake }> {
      const server = await discover();
      const keepsake = {
        state: oauth.generateRandomState(),
        verifier: oauth.generateRandomCodeVerifier(),
        ...(prompt === 'none' && { isSilent: true }),
      };
      const url = new URL(server.authorization_endpoint!);
      const asked: Record<string, string | undefined> = {
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        scope: settings.scope,
        ...resource,
        state: keepsake.state,
        nonce: await nonceOf(keepsake),
        code_challenge: await oauth.calculatePKCECodeChallenge(keepsake.verifier),
        code_challenge_method: 'S256',
        prompt,
        ui_locales: locale,
      };
      for (const [name, value] of Object.entries(asked)) if (value !== undefined) url.searchParams.set(name, value);
      return { url: url.href, keepsake };
    },

    /** The answer in an address → tokens. Rejects with NOT_SIGNED_IN, SIGN_IN_REFUSED, ISSUER_… */
    async complete(url: URL, keepsake: Keepsake): Promise<Tokens> {
      const server = await discover();
      try {
        const answer = oauth.validateAuthResponse(server, client, url, keepsake.state);
        const { verifier } = keepsake;
        const options = { ...http, additionalParameters: resource };
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          oauth.None(),
          answer,
          redirectUri,
          verifier,
          options,
        );
        const expected = { expectedNonce: await nonceOf(keepsake), requireIdToken: true };
        return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response, expected), null);
      } catch (cause) {
        // Whatever an issuer has against telling who is there unasked: it is no refusal of anybody.
        if (keepsake.isSilent && cause instanceof oauth.AuthorizationResponseError) {
          throw signInError('NOT_SIGNED_IN', cause);
        }
        throw failure(cause, 'SIGN_IN_REFUSED');
      }
    },

    /** New tokens for a refresh token. Rejects with SESSION_ENDED or ISSUER_UNREACHABLE. */
    async refresh(tokens: Tokens & { readonly refreshToken: string }): Promise<Tokens> {
      const server = await discover();
      try {
        const options = { ...http, additionalParameters: resource };
        const response = await oauth.refreshTokenGrantRequest(
          server,
          client,
          oauth.None(),
          tokens.refreshToken,
          options,
        );
        return tokensOf(await oauth.processRefreshTokenResponse(server, client, response), tokens);
      } catch (cause) {
        throw failure(cause, 'SESSION_ENDED');
      }
    },

    /** Has a refresh token forgotten; that it could not be reached is no reason to stay signed in. */
    async revoke(refreshToken: string): Promise<void> {
      try {
        const server = await discover();
        if (server.revocation_endpoint === undefined) return;
        await oauth.revocationRequest(server, client, oauth.None(), refreshToken, http);
      } catch {
        // The issuer's own session is ended next, and its tokens lapse by themselves.
      }
    },

    /** The address that ends the issuer's own session; null where it has none or cannot be reached. */
    async endSessionUrl(): Promise<string | null> {
      return discover().then(
        ({ end_session_endpoint: url }) => url ?? null,
        () => null,
      );
    },
  };
}

/** Made of the state, so that nothing more has to be kept: whoever sees the one cannot tell the other. */
const nonceOf = ({ state }: Keepsake): Promise<string> => oauth.calculatePKCECodeChallenge(state);

/** What oauth4webapi and fetch throw, in the words of this module: whatever is no clear answer may pass. */
function failure(cause: unknown, refused: 'ISSUER_NOT_USABLE' | 'SIGN_IN_REFUSED' | 'SESSION_ENDED') {
  if (cause instanceof oauth.AuthorizationResponseError && NOBODY_KNOWN.includes(cause.error)) {
    return signInError('NOT_SIGNED_IN', cause);
  }
  return signInError(isRefusal(cause) ? refused : 'ISSUER_UNREACHABLE', cause);
}

function isRefusal(cause: unknown): boolean {
  if (cause instanceof oauth.ResponseBodyError) return cause.status < 500 && cause.status !== 429;
  if (cause instanceof oauth.OperationProcessingError) {
    return !NO_ANSWER.includes(cause.code) || isBareRefusal(cause.cause);
  }
  return (
    cause instanceof oauth.AuthorizationResponseError ||
    cause instanceof oauth.WWWAuthenticateChallengeError ||
    cause instanceof oauth.UnsupportedOperationError
  );
}

/** What somebody in between may have said: a page to sign in to a network, a proxy that has had enough. */
const NO_ANSWER: readonly (string | undefined)[] = [oauth.RESPONSE_IS_NOT_CONFORM, oauth.RESPONSE_IS_NOT_JSON];

/** Some issuers refuse a code or a refresh token without saying why; nobody in between answers so. */
const isBareRefusal = (answer: unknown): boolean => answer instanceof Response && [400, 401].includes(answer.status);
