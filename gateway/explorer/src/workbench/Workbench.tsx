/** Where somebody works who is signed in: on one side what is asked, on the other what came of it. */
import { GraphiQLProvider } from '@graphiql/react';
import '@graphiql/react/style.css';
import { useMemo } from 'react';
import { useTexts } from '../app/language.js';
import { RunProvider } from '../ask/RunProvider.js';
import { createMemoryStorage } from '../monaco/memoryStorage.js';
import { readDraft } from '../editor/drafts.js';
import { ResultPane } from '../result/ResultPane.js';
import { useSchema } from '../schema/useSchema.js';
import { AskPane } from './AskPane.js';
import { FIRST_QUERY, FIRST_VARIABLES } from './firstQuery.js';

/** Questions are asked by our own code, with its bounds; the editor's own way is never taken. */
const neverAsk = () => Promise.reject(new Error('The editor asked by itself.'));

/** Draws it. */
export function Workbench() {
  const { panes } = useTexts();
  const loaded = useSchema();
  const storage = useMemo(createMemoryStorage, []);
  const draft = useMemo(readDraft, []);
  return (
    <RunProvider>
      <GraphiQLProvider
        fetcher={neverAsk}
        schema={loaded.schema}
        storage={storage}
        shouldPersistHeaders={false}
        initialQuery={draft ?? FIRST_QUERY}
        initialVariables={draft === undefined ? FIRST_VARIABLES : '{}'}
      >
        <main className="workbench graphiql-container">
          <section className="pane" aria-label={panes.ask}>
            <h1 className="visually-hidden">{panes.ask}</h1>
            <AskPane loaded={loaded} />
          </section>
          <section className="pane" aria-label={panes.result} id="answer" tabIndex={-1}>
            <h2 className="visually-hidden">{panes.result}</h2>
            <ResultPane />
          </section>
        </main>
      </GraphiQLProvider>
    </RunProvider>
  );
}
