/** What was asked earlier in this session; in memory only. */
import { useGraphiQL } from '@graphiql/react';
import { useTexts } from '../app/language.js';
import type { Question } from '../ask/askGraph.js';
import { useRun } from '../ask/RunProvider.js';

/** Draws the list; choosing one puts it into the editor. */
export function HistoryList() {
  const { write } = useTexts();
  const { history } = useRun();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const open = ({ query, variables }: Question) => {
    queryEditor?.setValue(query);
    variableEditor?.setValue(JSON.stringify(variables ?? {}, null, 2));
    queryEditor?.focus();
  };
  return (
    <details>
      <summary>{write.history}</summary>
      {history.length === 0 && <p className="hint">{write.noHistory}</p>}
      <ul className="plain">
        {history.map((question) => (
          <li key={question.query}>
            <button type="button" className="link" onClick={() => open(question)}>
              {nameOf(question.query)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The operation's name, or how the text begins. */
function nameOf(query: string): string {
  return /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? query.replace(/\s+/g, ' ').slice(0, 60);
}
