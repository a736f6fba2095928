/** How to ask without this page, and how to read what comes. */
import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { useTexts } from '../app/language.js';
import { useSession, useSignedIn } from '../session/SessionProvider.js';
import { curlOf } from './curlOf.js';

/** Draws it. */
export function GuidePanel() {
  const { guide, app } = useTexts();
  const { settings } = useSession();
  const { capabilities, purpose } = useSignedIn();
  const query = useGraphiQL((state) => state.queryEditor)?.getValue() ?? '';
  const variables = useGraphiQL((state) => state.variableEditor)?.getValue() ?? '{}';
  const [isCopied, setCopied] = useState(false);
  const command = curlOf({
    url: new URL(settings?.graphql ?? '/graphql', location.href).href,
    query,
    variables: readJson(variables),
    purpose,
    persona: settings?.issuerKind === 'DEVELOPMENT' ? capabilities.role.toLowerCase().replaceAll('_', '-') : null,
  });
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
  };
  return (
    <div className="reading">
      <h3>{guide.title}</h3>
      <p>{guide.lead}</p>
      <pre tabIndex={0} aria-label={guide.command}>
        {command}
      </pre>
      <button type="button" onClick={() => void copy()}>
        {isCopied ? app.copied : app.copy}
      </button>
      <h3>{guide.read}</h3>
      <ul>
        {guide.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
