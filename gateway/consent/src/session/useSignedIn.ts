/** Who is signed in, as it changes: by signing out here or elsewhere, or because the session ended. */
import type { SammenClient } from '@sammen/client';
import type { Session } from '@sammen/client/sign-in';
import { useMemo, useSyncExternalStore } from 'react';
import { clientFor } from '../graph/client.js';
import type { Opening } from './openSession.js';

const NOTHING = { subscribe: () => () => undefined, session: () => null };

/** The session, its client, and whether there was one that ended. */
export function useSignedIn(opening: Opening): {
  readonly session: Session | null;
  readonly client: SammenClient | null;
  readonly hasEnded: boolean;
} {
  const signIn = opening.state === 'ready' ? opening.signIn : null;
  const source = useMemo(
    () => (signIn === null ? NOTHING : { subscribe: signIn.onChange, session: signIn.session }),
    [signIn],
  );
  const session = useSyncExternalStore<Session | null>(source.subscribe, source.session);
  const first = useMemo(source.session, [source]);
  const client = useMemo(
    () => (opening.state === 'ready' ? clientFor(opening.signIn, opening.settings.graphql) : null),
    [opening],
  );
  return { session, client, hasEnded: first !== null && session === null };
}
