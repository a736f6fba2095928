/** Asks what stands in the editor. */
import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { useRun } from '../ask/RunProvider.js';

interface EditorAsk {
  ask(): void;
  /** Why the variables could not be read; undefined when they could. */
  readonly badVariables: string | undefined;
  readonly isExplained: boolean;
  setExplained(isExplained: boolean): void;
}

/** How to ask, and what is wrong with the variables. */
export function useEditorAsk(): EditorAsk {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const run = useRun();
  const [badVariables, setBadVariables] = useState<string>();
  const [isExplained, setExplained] = useState(false);

  function ask(): void {
    const text = variableEditor?.getValue().trim() ?? '';
    try {
      const variables = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      setBadVariables(undefined);
      void run.ask({
        query: queryEditor?.getValue() ?? '',
        variables,
        isExplained,
        ...(operationName ? { operationName } : {}),
      });
    } catch (error) {
      setBadVariables((error as Error).message);
    }
  }
  return { ask, badVariables, isExplained, setExplained };
}
