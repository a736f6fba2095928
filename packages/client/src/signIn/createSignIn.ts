/**
 * Signing a page in by OpenID Connect: authorisation code with PKCE. Tokens live in this memory and nowhere else, so a
 * reload asks the issuer again (`prompt: 'none'`), and closing the page forgets them.
 */
import { type Browser, type Keepsake, thisBrowser } from './browser.js';
import { type AuthorizationOptions, createIssuerClient, type Tokens } from './issuerClient.js';
import type { Session } from './session.js';
import type { SignInSettings } from './settings.js';
import { signInError } from './signInError.js';

/** What a page's sign-in needs. */
export interface SignInOptions {
  /** `signIn` of {@link GatewaySettings}. */
  readonly settings: SignInSettings;
  /** The whole address that the issuer sends the browser back to; the issuer has to know it. */
  readonly redirectUri: string;
  /** Where the browser goes after signing out; the issuer has to know it too. By default the page above `redirectUri`. */
  readonly signedOutUri?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Another browser than the one around; for tests. */
  readonly browser?: Browser;
  /** Milliseconds since 1970; for tests. */
  readonly clock?: () => number;
}

/** The sign-in of one page. */
export interface SignIn {
  /** Who is signed in; null for nobody. */
  session(): Session | null;
  /**
   * Leaves the page for the issuer. With `prompt: 'none'` it comes back at once: signed in as whoever the issuer still
   * knows, or not (`completeSignIn` rejects with NOT_SIGNED_IN then). Rejects with ISSUER_… and stays.
   */
  signIn(options?: AuthorizationOptions): Promise<void>;
  /**
   * The address that the issuer sent the browser back to → the session. Rejects with NOT_SIGNED_IN, SIGN_IN_REFUSED,
   * NO_SIGN_IN_UNDER_WAY or ISSUER_…; take the answer out of the address bar in either case.
   */
  completeSignIn(url: string | URL): Promise<Session>;
  /**
   * A token that is valid for a while yet; refreshed in time, once for all who wait. Rejects with NOT_SIGNED_IN,
   * SESSION_ENDED (then nobody is signed in any more) or ISSUER_UNREACHABLE.
   */
  accessToken(): Promise<string>;
  /**
   * Forgets everything here and in other tabs, has the refresh token revoked, and leaves for the issuer to end its session.
   * Where it has no address for that, this tab asks the issuer for nobody unasked any more, and anew when it is told to.
   */
  signOut(): Promise<void>;
  /** Told whenever somebody is signed in or out; returns how to stop being told. */
  onChange(listener: (session: Session | null) => void): () => void;
}

/** So long before it lapses a token is replaced, in milliseconds: a request takes up to 30 s. */
const RENEW_BEFORE = 45_000;

/** Kept in a tab where somebody signed out whose session at the issuer could not be ended. */
const SIGNED_OUT: Keepsake = { state: 'signed out', verifier: '' };

/** Declares the sign-in of a page; asks nobody before it is used. */
export function createSignIn(options: SignInOptions): SignIn {
  const { settings, redirectUri, clock = Date.now, browser = thisBrowser() } = options;
  const signedOutUri = options.signedOutUri ?? pageAbove(redirectUri);
  const fetch = options.fetch ?? ((...request) => globalThis.fetch(...request));
  const issuer = createIssuerClient(settings, redirectUri, fetch, clock);
  const keepsakeName = `sammen.signIn.${settings.clientId}`;
  const signedOutName = `sammen.signedOut.${settings.clientId}`;
  const listeners = new Set<(session: Session | null) => void>();
  let tokens: Tokens | null = null;
  let refreshing: Promise<string> | undefined;

  function become(next: Tokens | null): void {
    const before = tokens?.session ?? null;
    tokens = next;
    const after = tokens?.session ?? null;
    if (before !== after) for (const listener of [...listeners]) listener(after);
  }
  /** Everybody is out, here; what could bring new tokens is revoked. */
  async function forget(): Promise<void> {
    const refreshToken = tokens?.refreshToken ?? null;
    become(null);
    browser.keep(keepsakeName, null);
    if (refreshToken !== null) await issuer.revoke(refreshToken);
  }
  browser.onTold(() => void forget());

  async function renew(old: Tokens): Promise<string> {
    const { refreshToken } = old;
    if (refreshToken === null) {
      if (old.expiresAt > clock()) return old.accessToken;
      become(null);
      throw signInError('SESSION_ENDED');
    }
    try {
      const renewed = await issuer.refresh({ ...old, refreshToken });
      // Somebody signed out meanwhile: what came back belongs to nobody, and is revoked.
      if (tokens !== old) {
        if (renewed.refreshToken !== null) void issuer.revoke(renewed.refreshToken);
        throw signInError('SESSION_ENDED');
      }
      become({ ...renewed, session: sameSession(old.session, renewed.session) });
      return renewed.accessToken;
    } catch (error) {
      const failed = signInError('ISSUER_UNREACHABLE', error);
      if (failed.code === 'ISSUER_UNREACHABLE' && tokens === old && old.expiresAt > clock()) return old.accessToken;
      if (failed.code === 'SESSION_ENDED' && tokens === old) become(null);
      throw failed;
    }
  }

  return {
    session: () => tokens?.session ?? null,

    async signIn(how = {}) {
      const hasSignedOut = browser.kept(signedOutName) !== null;
      if (hasSignedOut && how.prompt === 'none') throw signInError('NOT_SIGNED_IN');
      const { url, keepsake } = await issuer.begin(hasSignedOut ? { ...how, prompt: 'login' } : how);
      browser.keep(keepsakeName, keepsake);
      browser.go(url);
    },

    async completeSignIn(url) {
      const keepsake = browser.kept(keepsakeName);
      // It counts once, whatever comes of it.
      browser.keep(keepsakeName, null);
      if (keepsake === null) throw signInError('NO_SIGN_IN_UNDER_WAY');
      const answer = new URL(url, redirectUri);
      if (answer.searchParams.get('state') !== keepsake.state) throw signInError('NO_SIGN_IN_UNDER_WAY');
      const signedIn = await issuer.complete(answer, keepsake);
      browser.keep(signedOutName, null);
      become(signedIn);
      return signedIn.session!;
    },

    async accessToken() {
      const now = tokens;
      if (now === null) throw signInError('NOT_SIGNED_IN');
      if (now.expiresAt - clock() > RENEW_BEFORE) return now.accessToken;
      refreshing ??= renew(now).finally(() => (refreshing = undefined));
      return refreshing;
    },

    async signOut() {
      const last = tokens;
      browser.tellOthers();
      await forget();
      if (settings.endSession) return browser.go(settings.endSession);
      const url = await issuer.endSessionUrl();
      if (url === null) {
        // The issuer still knows them, and would sign them in again unasked.
        browser.keep(signedOutName, SIGNED_OUT);
        return browser.go(signedOutUri);
      }
      browser.post(url, {
        client_id: settings.clientId,
        post_logout_redirect_uri: signedOutUri,
        ...(last?.idToken == null ? {} : { id_token_hint: last.idToken }),
      });
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A refresh says anew who it is for; as long as that is the same person, nobody needs to be told. */
function sameSession(before: Session | null, after: Session | null): Session | null {
  return before !== null && after !== null && before.actorId === after.actorId ? before : after;
}

/** `https://host/consent/sign-in` → `https://host/consent`; `https://host/sign-in` → `https://host/`. */
function pageAbove(redirectUri: string): string {
  const url = new URL(redirectUri);
  url.pathname = url.pathname.replace(/\/[^/]*$/, '') || '/';
  url.search = url.hash = '';
  return url.href;
}
