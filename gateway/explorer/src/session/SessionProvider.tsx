/** Who is signed in, and for what purpose they ask. Signing out leaves nothing behind: everything below is made anew. */
import type { GatewaySettings, SignIn } from '@sammen/client/sign-in';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Capabilities, fetchWithToken } from './capabilities.js';
import { type Session, SessionEnded, tokenSession } from './session.js';
import { reasonOf, startSession } from './startSession.js';

/** Why somebody is not signed in. */
export type Problem = 'UNREACHABLE' | 'REFUSED' | { readonly reason: string };

/** Somebody who is signed in. */
export interface SignedIn {
  readonly session: Session;
  readonly capabilities: Capabilities;
  readonly purpose: string | null;
}

interface SessionState {
  readonly isLoading: boolean;
  readonly settings: GatewaySettings | null;
  readonly problem: Problem | null;
  readonly signedIn: SignedIn | null;
  /** Leaves the page for the issuer; where there is none, shows the form for a token. */
  signIn(): Promise<void>;
  useToken(token: string): Promise<void>;
  setPurpose(purpose: string): void;
  signOut(): Promise<void>;
}

const Context = createContext<SessionState | null>(null);

/** Gives everything below it the session. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [isLoading, setLoading] = useState(true);
  const [settings, setSettings] = useState<GatewaySettings | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [signedIn, setSignedIn] = useState<SignedIn | null>(null);
  const issuer = useRef<SignIn | null>(null);
  const asking = useRef(0);

  const begin = useCallback(async (session: Session) => {
    const counted: Session = {
      ...session,
      async accessToken() {
        asking.current += 1;
        return session.accessToken().finally(() => (asking.current -= 1));
      },
    };
    try {
      const capabilities = await fetchWithToken<Capabilities>('/capabilities.json', counted.accessToken);
      setSignedIn({ session: counted, capabilities, purpose: capabilities.purposes[0] ?? null });
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof SessionEnded ? 'REFUSED' : 'UNREACHABLE');
    }
  }, []);

  useEffect(() => {
    let stopListening = () => {};
    const load = async () => {
      const started = await startSession();
      issuer.current = started.signIn;
      setSettings(started.settings);
      if (started.problem !== null) setProblem({ reason: started.problem });
      if (started.session !== null) await begin(started.session);
      // Signed out in another tab: nothing stays here. A session that ends while a question is asked is told in its place.
      stopListening =
        started.signIn?.onChange((now) => {
          if (now === null && asking.current === 0) setSignedIn(null);
        }) ?? stopListening;
    };
    load()
      .catch(() => setProblem('UNREACHABLE'))
      .finally(() => setLoading(false));
    return () => stopListening();
  }, [begin]);

  const state = useMemo(
    (): SessionState => ({
      isLoading,
      settings,
      problem,
      signedIn,
      signIn: async () => {
        if (issuer.current === null) return setSignedIn(null);
        await issuer.current.signIn().catch((error: unknown) => setProblem({ reason: reasonOf(error) }));
      },
      useToken: (token) => begin(tokenSession(token)),
      setPurpose: (purpose) => setSignedIn((current) => current && { ...current, purpose }),
      signOut: async () => {
        const session = signedIn?.session;
        setSignedIn(null);
        await session?.signOut();
      },
    }),
    [begin, isLoading, problem, settings, signedIn],
  );
  return <Context value={state}>{children}</Context>;
}

/** The session, signed in or not. */
export function useSession(): SessionState {
  const state = useContext(Context);
  if (state === null) throw new Error('There is no session above this component.');
  return state;
}

/** Who is signed in, for components that are shown to nobody else. */
export function useSignedIn(): SignedIn {
  const { signedIn } = useSession();
  if (signedIn === null) throw new Error('Nobody is signed in.');
  return signedIn;
}
