/** The one client of the page, for whoever is signed in. */
import { createSammenClient, fieldState, type SammenClient } from '@sammen/client';
import type { SignIn } from '@sammen/client/sign-in';
import { createContext, useContext } from 'react';

const ClientContext = createContext<SammenClient | null>(null);

/** Gives the client to everything inside. */
export const ClientProvider = ClientContext.Provider;

/** Makes it. A citizen and a representative have one purpose each, which the gateway knows: none is said. */
export function clientFor(signIn: SignIn, graphql: string): SammenClient {
  return createSammenClient({ url: graphql, token: () => signIn.accessToken(), purpose: null });
}

/** The client. @throws outside the provider */
export function useClient(): SammenClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('There is no client here.');
  return client;
}

/** Something a citizen does: resolves with null when it was done, else with the code of why it was not. */
export async function say(client: SammenClient, document: unknown, input: object): Promise<string | null> {
  const ask = client.ask as (...all: unknown[]) => ReturnType<SammenClient['ask']>;
  const answer = await ask(document, { input });
  const [name] = Object.keys(answer.data ?? {});
  const state = name === undefined ? null : fieldState(answer, [name]);
  if (state?.state === 'value') return null;
  return state?.state === 'failed' ? state.code : (answer.errors[0]?.code ?? 'NOT_ALLOWED');
}
