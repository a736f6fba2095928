/** Does one thing in the graph: sends a mutation, and says whether it was done or why not. */
import { useState } from 'react';
import { askGraph } from '../ask/askGraph.js';
import { useTexts } from '../app/language.js';
import { useSession, useSignedIn } from '../session/SessionProvider.js';

interface Act {
  /** Null until tried. */
  readonly state: null | 'DOING' | 'DONE' | { readonly reason: string };
  do(variables: Readonly<Record<string, unknown>>): Promise<void>;
}

/** For one mutation and the purpose of the question that it belongs to. */
export function useAct(query: string, purpose: string | null): Act {
  const { settings } = useSession();
  const { session } = useSignedIn();
  const { states } = useTexts();
  const [state, setState] = useState<Act['state']>(null);
  async function perform(variables: Readonly<Record<string, unknown>>): Promise<void> {
    setState('DOING');
    const answer = await askGraph(
      { query, variables, purpose },
      {
        url: settings?.graphql ?? '/graphql',
        accessToken: () => session.accessToken(),
        signal: new AbortController().signal,
        deadline: 30_000,
      },
    );
    if (answer.kind !== 'ANSWERED') return setState({ reason: states[answer.kind].title });
    const [failure] = answer.body.errors ?? [];
    setState(failure ? { reason: [failure.message, failure.extensions?.next].filter(Boolean).join(' ') } : 'DONE');
  }
  return { state, do: perform };
}
