/**
 * How somebody comes to be signed in: by the issuer, or with a token where an installation has no issuer for pages. A page
 * that is loaded again asks the issuer whether it still knows them; tokens were in memory and are gone.
 */
import {
  createSignIn,
  type GatewaySettings,
  isSignInError,
  readGatewaySettings,
  type SignIn,
} from '@sammen/client/sign-in';
import { type Session, SessionEnded } from './session.js';

/** Where the page stands once it has been loaded. */
export interface Started {
  readonly settings: GatewaySettings;
  /** Null where there is no issuer for pages. */
  readonly signIn: SignIn | null;
  readonly session: Session | null;
  /** Why somebody who wanted to sign in is not signed in; null when nothing went wrong. */
  readonly problem: string | null;
}

/** Remembers for this tab that somebody was signed in; not who. */
const WAS_SIGNED_IN = 'sammen.explorer.signedIn';
const CALLBACK = '/sign-in';

let started: Promise<Started> | undefined;

/** Reads the settings and takes the issuer's answer, once for each load. Rejects when the gateway does not answer. */
export function startSession(): Promise<Started> {
  started ??= start();
  return started;
}

async function start(): Promise<Started> {
  const settings = await readGatewaySettings();
  if (settings.signIn === null) return { settings, signIn: null, session: null, problem: null };
  const { origin } = location;
  const signIn = createSignIn({
    settings: settings.signIn,
    redirectUri: origin + CALLBACK,
    signedOutUri: `${origin}/`,
  });
  const nobody = { settings, signIn, session: null };
  try {
    if (location.pathname === CALLBACK) {
      const answer = location.href;
      history.replaceState(null, '', '/');
      await signIn.completeSignIn(answer);
      sessionStorage.setItem(WAS_SIGNED_IN, 'yes');
      return { settings, signIn, session: signedInSession(signIn), problem: null };
    }
    if (sessionStorage.getItem(WAS_SIGNED_IN) !== null) {
      sessionStorage.removeItem(WAS_SIGNED_IN);
      await signIn.signIn({ prompt: 'none' });
      // The browser is leaving; nothing of this page is shown any more.
      return await new Promise<Started>(() => {});
    }
    return { ...nobody, problem: null };
  } catch (error) {
    const isCalm = isSignInError(error) && error.code === 'NOT_SIGNED_IN';
    return { ...nobody, problem: isCalm ? null : reasonOf(error) };
  }
}

/** What went wrong with signing in, in a sentence. */
export function reasonOf(error: unknown): string {
  return isSignInError(error) ? `${error.message} ${error.next}` : String((error as Error).message);
}

/** The session of somebody whom the issuer has signed in. */
function signedInSession(signIn: SignIn): Session {
  return {
    async accessToken() {
      try {
        return await signIn.accessToken();
      } catch (error) {
        const isOver = isSignInError(error) && (error.code === 'SESSION_ENDED' || error.code === 'NOT_SIGNED_IN');
        throw isOver ? new SessionEnded() : error;
      }
    },
    async signOut() {
      sessionStorage.removeItem(WAS_SIGNED_IN);
      await signIn.signOut();
    },
  };
}
