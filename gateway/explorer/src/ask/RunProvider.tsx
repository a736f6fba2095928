/** The question that was asked last, and what came of it. One at a time: another question gives up the one before. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useSession, useSignedIn } from '../session/SessionProvider.js';
import type { Answer } from './answer.js';
import { askGraph, type Question } from './askGraph.js';

/** A question with its answer. */
export interface Run {
  readonly question: Question;
  readonly answer: Answer;
  /** Counts up; another answer is another number. */
  readonly number: number;
}

interface RunState {
  readonly run: Run | null;
  /** Bytes so far, while a question is under way. */
  readonly received: number | null;
  /** Newest first; gone with the session. */
  readonly history: readonly Question[];
  /** Asks for the purpose that is chosen now. */
  ask(question: Omit<Question, 'purpose'>): Promise<void>;
  cancel(): void;
}

/** Longer than the gateway gives itself, so that its own words arrive. */
const DEADLINE = 60_000;
const REMEMBERED = 30;

const Context = createContext<RunState | null>(null);

/** Gives everything below it the means to ask. */
export function RunProvider({ children }: { readonly children: ReactNode }) {
  const { settings } = useSession();
  const { session, purpose } = useSignedIn();
  const [run, setRun] = useState<Run | null>(null);
  const [received, setReceived] = useState<number | null>(null);
  const [history, setHistory] = useState<readonly Question[]>([]);
  const current = useRef<AbortController | null>(null);

  const ask = useCallback(
    async (asked: Omit<Question, 'purpose'>) => {
      const question = { ...asked, purpose };
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      setReceived(0);
      setHistory((earlier) =>
        [question, ...earlier.filter((one) => one.query !== question.query)].slice(0, REMEMBERED),
      );
      const answer = await askGraph(question, {
        url: settings?.graphql ?? '/graphql',
        accessToken: () => session.accessToken(),
        signal: controller.signal,
        deadline: DEADLINE,
        onProgress: setReceived,
      });
      if (current.current !== controller) return;
      current.current = null;
      setReceived(null);
      setRun((before) => ({ question, answer, number: (before?.number ?? 0) + 1 }));
    },
    [purpose, session, settings],
  );
  const state = useMemo(
    () => ({ run, received, history, ask, cancel: () => current.current?.abort() }),
    [ask, history, received, run],
  );
  return <Context value={state}>{children}</Context>;
}

/** What was asked, what came of it, and how to ask. */
export function useRun(): RunState {
  const state = useContext(Context);
  if (state === null) throw new Error('Nothing can be asked above this component.');
  return state;
}
