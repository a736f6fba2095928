/** Finds out who is signed in before anything is shown: back from the issuer, known to it still, or nobody. */
import {
  type AuthorizationOptions,
  createSignIn,
  type GatewaySettings,
  isSignInError,
  readGatewaySettings,
  type SignIn,
} from '@sammen/client/sign-in';

/** The address that the issuer sends the browser back to. */
const CALLBACK = '/consent/sign-in';

/** Which view was shown is kept for this tab on the way to the issuer and back; nothing else is. */
const VIEW = 'sammen.consent.view';

/** The page as it opens. */
export type Opening =
  | {
      readonly state: 'ready';
      readonly settings: GatewaySettings;
      readonly signIn: SignIn;
      readonly failed: string | null;
    }
  /** Nobody can sign in: the gateway has no issuer, or does not answer. */
  | { readonly state: 'closed'; readonly code: string };

/** Opens the page: asks the issuer silently when nobody is signed in here (tokens live in memory, a reload forgets them). */
export async function openSession(): Promise<Opening> {
  try {
    const settings = await readGatewaySettings();
    if (settings.signIn === null) return { state: 'closed', code: 'NO_SIGN_IN' };
    const redirectUri = `${window.location.origin}${CALLBACK}`;
    const signIn = createSignIn({ settings: settings.signIn, redirectUri });
    if (window.location.pathname !== CALLBACK) {
      if (await leave(signIn, { prompt: 'none' }).then(() => false, isNobody)) {
        sessionStorage.removeItem(VIEW);
        return { state: 'ready', settings, signIn, failed: null };
      }
      // The browser is leaving; nothing of this page is shown any more.
      return await new Promise<Opening>(() => {});
    }
    const failed = await signIn.completeSignIn(window.location.href).then(() => null, codeOf);
    window.history.replaceState(null, '', `/consent${sessionStorage.getItem(VIEW) ?? ''}`);
    sessionStorage.removeItem(VIEW);
    return { state: 'ready', settings, signIn, failed: failed === 'NOT_SIGNED_IN' ? null : failed };
  } catch (error) {
    return { state: 'closed', code: codeOf(error) };
  }
}

/** Leaves for the issuer, which sends the browser back to the view that is shown. */
export async function leave(signIn: SignIn, options?: AuthorizationOptions): Promise<void> {
  sessionStorage.setItem(VIEW, window.location.hash);
  await signIn.signIn(options);
}

/** Somebody has signed out in this tab; whatever else went wrong is thrown on. */
function isNobody(error: unknown): true {
  if (codeOf(error) !== 'NOT_SIGNED_IN') throw error;
  return true;
}

const codeOf = (error: unknown): string => (isSignInError(error) ? error.code : 'UNKNOWN');
