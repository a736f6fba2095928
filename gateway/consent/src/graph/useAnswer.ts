/** Asks when it is shown, and again when something was changed; an answer that nobody waits for any more is dropped. */
import { type Answer, SammenClientError, type TypedDocument } from '@sammen/client';
import { isSignInError } from '@sammen/client/sign-in';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from './client.js';

/** Where a question stands. While it is asked again, the answer before stays. */
export interface Asked<Data> {
  readonly answer: Answer<Data> | null;
  /** There is no answer at all: the code of why. */
  readonly refused: string | null;
  readonly isAsking: boolean;
  again(): void;
}

/** The answer to a question; `variables` are compared by what they say. */
export function useAnswer<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
): Asked<Data> {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer<Data> | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(true);
  const [round, setRound] = useState(0);
  const said = JSON.stringify(variables);
  useEffect(() => {
    const stop = new AbortController();
    setIsAsking(true);
    void (async () => {
      const asking = client.ask(document, JSON.parse(said) as Variables, { signal: stop.signal });
      const next = await asking.catch(codeOf);
      if (stop.signal.aborted) return;
      setRefused(typeof next === 'string' ? next : null);
      if (typeof next !== 'string') setAnswer(next);
      setIsAsking(false);
    })();
    return () => stop.abort();
  }, [client, document, said, round]);
  return { answer, refused, isAsking, again: useCallback(() => setRound((last) => last + 1), []) };
}

/** The code of whatever was thrown by the client or by the sign-in. */
export function codeOf(error: unknown): string {
  return error instanceof SammenClientError || isSignInError(error) ? error.code : 'UNKNOWN';
}
