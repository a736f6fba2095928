/** Asks what stands in the editor. */
import { useGraphiQL } from '@graphiql/react';
import { Kind, parse } from 'graphql';
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
      const query = queryEditor?.getValue() ?? '';
      const name = chosenOperation(query, operationName);
      void run.ask({ query, variables, isExplained, ...(name === undefined ? {} : { operationName: name }) });
    } catch (error) {
      setBadVariables((error as Error).message);
    }
  }
  return { ask, badVariables, isExplained, setExplained };
}

/** The operation that was chosen, if it is still in the text: the editor learns of a change a moment later. */
function chosenOperation(query: string, chosen: string | undefined): string | undefined {
  try {
    const names = parse(query).definitions.flatMap((one) =>
      one.kind === Kind.OPERATION_DEFINITION ? (one.name?.value ?? []) : [],
    );
    return names.find((name) => name === chosen) ?? names[0];
  } catch {
    // The gateway says what is wrong with it.
    return undefined;
  }
}
