/**
 * A question as a React hook. What it gives belongs to what is asked in the same render: after another citizen was
 * chosen, nothing of the one before is shown, not even for a moment.
 */
import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../answer.js';
import type { SammenClient } from '../createSammenClient.js';
import type { TypedDocument } from '../document.js';

/** How far a question is. */
export type Asked<Data> = {
  /** Asks once more; the answer that is there stays until the next one has come. */
  readonly askAgain: () => void;
} & (
  | { readonly status: 'waiting'; readonly answer: null; readonly error: null }
  | { readonly status: 'asking'; readonly answer: null; readonly error: null }
  | {
      readonly status: 'answered';
      readonly answer: Answer<Data>;
      readonly error: null;
      readonly isAskingAgain: boolean;
    }
  /** There is no answer: `error` is a SammenClientError, or what the client's token rejected with. */
  | { readonly status: 'refused'; readonly answer: null; readonly error: unknown; readonly isAskingAgain: boolean }
);

/** What came of a question, with the question. */
interface Settled {
  readonly client: SammenClient;
  readonly document: unknown;
  readonly key: string;
  readonly turn: number;
  readonly answer: Answer | null;
  readonly error: unknown;
}

/**
 * Asks when the component appears and whenever client, document or variables change; gives up what nobody waits for any
 * more. `variables: null` waits: nothing is asked yet. The document must be the same object in every render.
 */
export function useAsk<Data, Variables>(
  client: SammenClient,
  document: TypedDocument<Data, Variables>,
  variables: Variables | null,
): Asked<Data> {
  const key = JSON.stringify(variables);
  const [turn, setTurn] = useState(0);
  const [settled, setSettled] = useState<Settled | null>(null);
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    if (key === 'null') return undefined;
    const leaving = new AbortController();
    const settle = (answer: Answer | null, error: unknown): void => {
      if (!leaving.signal.aborted) setSettled({ client, document, key, turn, answer, error });
    };
    // The variables of this key: an equal object of a later render asks nothing anew.
    const asking = client.ask(document, JSON.parse(key) as Variables, { signal: leaving.signal });
    asking.then(
      (answer) => settle(answer, null),
      (error: unknown) => settle(null, error),
    );
    return () => leaving.abort(new DOMException('Nobody waits for the answer any more.', 'AbortError'));
  }, [client, document, key, turn]);

  if (key === 'null') return { status: 'waiting', answer: null, error: null, askAgain };
  const isThis = settled?.client === client && settled.document === document && settled.key === key;
  if (!isThis) return { status: 'asking', answer: null, error: null, askAgain };
  const isAskingAgain = settled.turn !== turn;
  return settled.answer
    ? { status: 'answered', answer: settled.answer as Answer<Data>, error: null, isAskingAgain, askAgain }
    : { status: 'refused', answer: null, error: settled.error, isAskingAgain, askAgain };
}
