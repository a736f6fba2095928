/** Who is signed in, as it changes: by signing out here or elsewhere, or because the session ended. */
import type { SammenClient } from '@sammen/client';
import type { Session } from '@sammen/client/sign-in';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { clientFor } from '../graph/client.js';
import type { Opening } from './openSession.js';

const NOBODY = { onChange: () => () => undefined, session: () => null };

/** The session and its client; null for nobody, and then whether there was one that ended. */
export function useSignedIn(opening: Opening): {
  readonly signedIn: { readonly session: Session; readonly client: SammenClient } | null;
  readonly hasEnded: boolean;
} {
  const { onChange, session: current } = opening.state === 'ready' ? opening.signIn : NOBODY;
  const session = useSyncExternalStore<Session | null>(onChange, current);
  const [first] = useState(current);
  const [isRefused, setRefused] = useState(false);
  const client = useMemo(
    () =>
      opening.state === 'ready' ? clientFor(opening.signIn, opening.settings.graphql, () => setRefused(true)) : null,
    [opening],
  );
  const signedIn = session === null || client === null || isRefused ? null : { session, client };
  return { signedIn, hasEnded: first !== null && signedIn === null };
}
