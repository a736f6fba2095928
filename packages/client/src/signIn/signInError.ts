/** What can go wrong while signing in: each with a code, what happened and what to do; no message quotes an answer or a token. */

const TABLE = {
  SETTINGS_UNREADABLE: {
    message: 'The settings of this installation could not be read.',
    next: 'Load the page again in a moment.',
  },
  ISSUER_UNREACHABLE: {
    message: 'The sign-in service could not be reached.',
    next: 'Try again in a moment; whoever is signed in stays so until their token lapses.',
  },
  ISSUER_NOT_USABLE: {
    message: 'The sign-in service does not offer what this page needs.',
    next: 'Compare its settings with docs/sign-in.md: authorisation code with PKCE (S256) for a public client.',
  },
  NOT_SIGNED_IN: {
    message: 'Nobody is signed in.',
    next: 'Sign in.',
  },
  SIGN_IN_REFUSED: {
    message: 'The sign-in service did not sign you in.',
    next: 'Sign in again; if it stays so, ask those who run it.',
  },
  NO_SIGN_IN_UNDER_WAY: {
    message: 'This address belongs to a sign-in that is over, or was begun in another tab.',
    next: 'Sign in again.',
  },
  SESSION_ENDED: {
    message: 'You have been signed out, here or in another browser.',
    next: 'Sign in again.',
  },
} as const;

/** One of the things that can go wrong. */
export type SignInCode = keyof typeof TABLE;

/** A failure to sign in or to stay so. */
export interface SignInError extends Error {
  readonly code: SignInCode;
  /** What to do about it. */
  readonly next: string;
}

const made = new WeakSet<object>();

/** Makes one; `cause` is kept for a debugger only. A failure that is one already is passed on as it is. */
export function signInError(code: SignInCode, cause?: unknown): SignInError {
  if (isSignInError(cause)) return cause;
  const { message, next } = TABLE[code];
  const error = Object.assign(new Error(message, { cause }), { name: 'SignInError', code, next });
  made.add(error);
  return error;
}

/** Tells a failure to sign in from all others. */
export function isSignInError(value: unknown): value is SignInError {
  return typeof value === 'object' && value !== null && made.has(value);
}
