/** Finds out who is signed in before anything is shown: back from the issuer, known to it still, or nobody. */
import {
  createSignIn,
  type GatewaySettings,
  isSignInError,
  readGatewaySettings,
  type SignIn,
} from '@sammen/client/sign-in';

/** The address that the issuer sends the browser back to. */
const CALLBACK = '/consent/sign-in';

/** The page as it opens. */
export type Opening =
  | {
      readonly state: 'ready';
      readonly settings: GatewaySettings;
      readonly signIn: SignIn;
      readonly failed: string | null;
    }
  /** Nobody can sign in: the gateway has no issuer, or does not answer. */
  | { readonly state: 'closed'; readonly code: string }
  /** On the way to the issuer. */
  | { readonly state: 'leaving' };

/** Opens the page: asks the issuer silently when nobody is signed in here (tokens live in memory, a reload forgets them). */
export async function openSession(): Promise<Opening> {
  try {
    const settings = await readGatewaySettings();
    if (settings.signIn === null) return { state: 'closed', code: 'NO_SIGN_IN' };
    const redirectUri = `${window.location.origin}${CALLBACK}`;
    const signIn = createSignIn({ settings: settings.signIn, redirectUri });
    if (window.location.pathname !== CALLBACK) {
      await signIn.signIn({ prompt: 'none' });
      return { state: 'leaving' };
    }
    const failed = await signIn.completeSignIn(window.location.href).then(() => null, codeOf);
    window.history.replaceState(null, '', '/consent');
    return { state: 'ready', settings, signIn, failed: failed === 'NOT_SIGNED_IN' ? null : failed };
  } catch (error) {
    return { state: 'closed', code: codeOf(error) };
  }
}

const codeOf = (error: unknown): string => (isSignInError(error) ? error.code : 'UNKNOWN');
