/** Somebody who is signed in. The token is asked for anew before each question, and kept in memory only. */

/** A session. */
export interface Session {
  /** Rejects with an error named `SessionEnded` when there is none any more. */
  accessToken(): Promise<string>;
  /** Ends it everywhere; the page may be left for it. */
  signOut(): Promise<void>;
}

/** A session of a token that somebody has: for installations without a sign-in. */
export function tokenSession(token: string): Session {
  return { accessToken: async () => token, signOut: async () => {} };
}

/** What a session may be refused with. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}
