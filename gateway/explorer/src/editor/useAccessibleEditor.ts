/** The editor keeps nobody: Tab goes to what comes next (WCAG 2.1.2), Ctrl+Enter asks, and a screen reader is told so. */
import { KeyCode, KeyMod, type MonacoEditor } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import '../monaco/freeTab.js';

/** Sets an editor up, once it is there. */
export function useAccessibleEditor(editor: MonacoEditor | undefined, label: string, ask: () => void): void {
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (editor === undefined) return;
    editor.updateOptions({
      tabIndex: 0,
      ariaLabel: label,
      fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
      fontSize: 14,
      // The page can be narrow or enlarged.
      wordWrap: 'on',
    });
    const action = editor.addAction({
      id: 'sammen-ask',
      label,
      keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
      run: () => latest.current(),
    });
    return () => action.dispose();
  }, [editor, label]);
}
