/** The one client of the page, for whoever is signed in. */
import { createSammenClient, type SammenClient } from '@sammen/client';
import type { SignIn } from '@sammen/client/sign-in';
import { createContext, useContext } from 'react';

const ClientContext = createContext<SammenClient | null>(null);

/** Gives the client to everything inside. */
export const ClientProvider = ClientContext.Provider;

/**
 * Makes it. A citizen and a representative have one purpose each, which the gateway knows: none is said. `onRefused`: the
 * gateway does not take the token any more.
 */
export function clientFor(signIn: SignIn, url: string, onRefused: () => void): SammenClient {
  return createSammenClient({
    url,
    token: () => signIn.accessToken(),
    purpose: null,
    async fetch(...request) {
      const response = await fetch(...request);
      if (response.status === 401) onRefused();
      return response;
    },
  });
}

/** The client. @throws outside the provider */
export function useClient(): SammenClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('There is no client here.');
  return client;
}
