/** Where a page of the gateway signs in: the gateway says it, so that no page has an issuer's address built in. */
import { signInError } from './signInError.js';

/** How to sign in, as the gateway's `GET /settings.json` says it. */
export interface SignInSettings {
  /** Address of the OpenID Connect issuer. */
  readonly issuer: string;
  /** The name under which the issuer knows the pages: a public client. */
  readonly clientId: string;
  /** Scopes, separated by spaces; `openid` is one of them. */
  readonly scope: string;
  /** The resource (RFC 8707) that tokens are asked for; null where the issuer knows none. */
  readonly resource: string | null;
  /**
   * Where people are sent to end the issuer's own session. Null, the default, is what OpenID Connect has: a form with the
   * ID token, so that nobody is asked. An address gets no ID token, which tells who somebody is; the issuer may ask.
   */
  readonly endSession?: string | null;
}

/** Everything that the gateway tells pages. */
export interface GatewaySettings {
  /** Null: this installation has no sign-in for pages. */
  readonly signIn: SignInSettings | null;
  /** Path of the GraphQL endpoint. */
  readonly graphql: string;
  /** `DEVELOPMENT`: the people who can sign in are made up. */
  readonly issuerKind: 'DEVELOPMENT' | 'CONFIGURED';
}

/** Asks the gateway that a page came from. Rejects with SETTINGS_UNREADABLE. */
export async function readGatewaySettings(
  url: string | URL = '/settings.json',
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<GatewaySettings> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw signInError('SETTINGS_UNREADABLE');
    return (await response.json()) as GatewaySettings;
  } catch (cause) {
    throw signInError('SETTINGS_UNREADABLE', cause);
  }
}
