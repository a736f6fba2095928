/** One's own question: the editor, its variables, and the button that asks. */
import { QueryEditor, useGraphiQL, useGraphiQLActions, VariableEditor } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { useLanguage } from '../app/language.js';
import { useTheme } from '../app/theme.js';
import { Notice } from '../parts/Notice.js';
import { fill } from '../texts/texts.js';
import { AskButton } from './AskButton.js';
import { isDraftKept, keepDraft, writeDraft } from './drafts.js';
import { HistoryList } from './HistoryList.js';
import { OperationChoice } from './OperationChoice.js';
import { useEditorAsk } from './useEditorAsk.js';
import { useAccessibleEditor } from './useAccessibleEditor.js';

/** Draws it. */
export function EditorPanel() {
  const { texts } = useLanguage();
  const { write } = texts;
  const { isDark } = useTheme();
  const { setTheme, prettifyEditors } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const { ask, badVariables, isExplained, setExplained } = useEditorAsk();
  useAccessibleEditor(queryEditor, write.queryLabel, ask);
  useAccessibleEditor(variableEditor, write.variablesLabel, ask);
  useEffect(() => setTheme(isDark ? 'dark' : 'light'), [isDark, setTheme]);

  return (
    <div className="editor-panel">
      <div className="bar">
        <AskButton onAsk={ask} />
        <OperationChoice />
        <button type="button" onClick={() => void prettifyEditors()}>
          {write.prettify}
        </button>
        <label className="check">
          <input type="checkbox" checked={isExplained} onChange={(event) => setExplained(event.target.checked)} />
          {write.explainAlso}
        </label>
      </div>
      {badVariables !== undefined && <Notice kind="error" title={fill(write.badVariables, { reason: badVariables })} />}
      <h3>{write.query}</h3>
      <div className="editor editor-query">
        <QueryEditor tabIndex={-1} onEdit={writeDraft} />
      </div>
      <h3>{write.variables}</h3>
      <div className="editor editor-variables">
        <VariableEditor tabIndex={-1} />
      </div>
      <p className="hint">{write.keys}</p>
      <KeepSwitch />
      <HistoryList />
    </div>
  );
}

function KeepSwitch() {
  const { texts } = useLanguage();
  const [isOn, setOn] = useState(isDraftKept);
  const query = useGraphiQL((state) => state.queryEditor);
  const change = (next: boolean) => {
    keepDraft(next);
    setOn(next);
    if (next) writeDraft(query?.getValue() ?? '');
  };
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={(event) => change(event.target.checked)} />
      {texts.write.keep}
    </label>
  );
}
