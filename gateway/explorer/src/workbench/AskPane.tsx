/** The ways to ask: a question that somebody has prepared, one of one's own, and what helps with it. */
import { useState } from 'react';
import { AccessPanel } from '../access/AccessPanel.js';
import { useTexts } from '../app/language.js';
import { EditorPanel } from '../editor/EditorPanel.js';
import { GuidePanel } from '../guide/GuidePanel.js';
import { Notice } from '../parts/Notice.js';
import { TabSet } from '../parts/TabSet.js';
import { QuestionPanel } from '../questions/QuestionPanel.js';
import { SchemaBrowser } from '../schema/SchemaBrowser.js';
import type { LoadedSchema } from '../schema/useSchema.js';

type Way = 'questions' | 'write' | 'schema' | 'access' | 'guide';

/** Draws them. */
export function AskPane({ loaded }: { readonly loaded: LoadedSchema }) {
  const { panes } = useTexts();
  const [way, setWay] = useState<Way>('questions');
  return (
    <TabSet<Way>
      label={panes.ask}
      shown={way}
      onShow={setWay}
      items={[
        {
          name: 'questions',
          label: panes.questions,
          isKept: true,
          content: <QuestionPanel schema={loaded.schema} onEdit={() => setWay('write')} />,
        },
        { name: 'write', label: panes.write, isKept: true, content: <EditorPanel /> },
        { name: 'schema', label: panes.schema, isKept: true, content: <SchemaPanel loaded={loaded} /> },
        { name: 'access', label: panes.access, isKept: true, content: <AccessPanel /> },
        { name: 'guide', label: panes.guide, content: <GuidePanel /> },
      ]}
    />
  );
}

function SchemaPanel({ loaded }: { readonly loaded: LoadedSchema }) {
  const { app, schema } = useTexts();
  if (loaded.state === 'LOADED') return <SchemaBrowser schema={loaded.plain} labels={loaded.labels} />;
  if (loaded.state === 'LOADING') return <p role="status">{app.loading}</p>;
  if (loaded.state === 'NOT_TOLD') return <Notice title={schema.notTold} />;
  return <Notice kind="warning" title={schema.failed} />;
}
