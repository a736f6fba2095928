/** Text of JSON to read: the editor without editing, which draws only what is in view, however long the text is. */
import { useMonaco } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/** Draws it. */
export function JsonView({ text, label }: { readonly text: string; readonly label: string }) {
  const monaco = useMonaco((state) => state.monaco);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!monaco || place.current === null) return;
    const model = monaco.editor.createModel(text, 'json');
    const editor = monaco.editor.create(place.current, {
      model,
      readOnly: true,
      domReadOnly: true,
      automaticLayout: true,
      ariaLabel: label,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      stickyScroll: { enabled: false },
      renderLineHighlight: 'none',
      lineNumbersMinChars: 3,
      fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
      fontSize: 13,
      wordWrap: 'on',
    });
    return () => {
      editor.dispose();
      model.dispose();
    };
  }, [monaco, text, label]);
  return <div ref={place} className="json-view" />;
}
