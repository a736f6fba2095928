/** Questions that somebody has prepared: choose one, fill in what it needs, ask. */
import { useGraphiQL } from '@graphiql/react';
import type { GraphQLSchema } from 'graphql';
import { useState } from 'react';
import { useLanguage } from '../app/language.js';
import { Field } from '../parts/Field.js';
import { Notice } from '../parts/Notice.js';
import { useSignedIn } from '../session/SessionProvider.js';
import { fill } from '../texts/texts.js';
import { QuestionForm } from './QuestionForm.js';
import type { NamedQuestion } from './readQuestion.js';
import { type Questions, useQuestions } from './useQuestions.js';

interface QuestionPanelProps {
  readonly schema: GraphQLSchema | null;
  /** After a question was put into the editor. */
  readonly onEdit: () => void;
}

/** Draws it. */
export function QuestionPanel({ schema, onEdit }: QuestionPanelProps) {
  const { texts, language } = useLanguage();
  const words = texts.questions;
  const { capabilities } = useSignedIn();
  const { state, questions, malformed } = useQuestions(schema);
  const [search, setSearch] = useState('');
  const [chosen, choose] = useState<string>();
  const queryEditor = useGraphiQL((store) => store.queryEditor);
  const variableEditor = useGraphiQL((store) => store.variableEditor);
  if (state === 'LOADING') return <p role="status">{texts.app.loading}</p>;
  if (state === 'FAILED') return <Notice kind="error" title={words.notLoaded} />;

  const fitting = questions.filter(({ roles }) => roles === null || roles.includes(capabilities.role));
  const found = fitting.filter((one) =>
    `${one.title[language]} ${one.text?.[language] ?? ''}`.toLowerCase().includes(search.toLowerCase()),
  );
  const edit = (question: NamedQuestion, variables: Readonly<Record<string, unknown>>) => {
    queryEditor?.setValue(question.query);
    variableEditor?.setValue(JSON.stringify(variables, null, 2));
    onEdit();
  };
  return (
    <div className="reading">
      {questions.length === 0 && <p className="empty">{words.none}</p>}
      {fitting.length > 6 && (
        <Field label={words.search}>
          {(ids) => <input {...ids} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />}
        </Field>
      )}
      <ul className="questions">
        {found.map((question) => (
          <li key={question.file}>
            <h3>
              <button
                type="button"
                className="link"
                aria-expanded={chosen === question.file}
                onClick={() => choose(chosen === question.file ? undefined : question.file)}
              >
                {question.title[language]}
              </button>
            </h3>
            {question.text && <p className="hint">{question.text[language]}</p>}
            {chosen === question.file && <QuestionForm question={question} schema={schema} onEdit={edit} />}
          </li>
        ))}
      </ul>
      <Malformed malformed={malformed} />
    </div>
  );
}

function Malformed({ malformed }: Pick<Questions, 'malformed'>) {
  const words = useLanguage().texts.questions;
  if (malformed.length === 0) return null;
  return (
    <Notice kind="warning" title={words.malformed}>
      <p>{words.malformedLead}</p>
      <dl>
        {malformed.map(({ file, faults }) => (
          <div key={file}>
            <dt>
              <code>{file}</code>
            </dt>
            {faults.map(({ code, detail }) => (
              <dd key={`${code} ${detail}`}>{fill(words.faults[code], { detail })}</dd>
            ))}
          </div>
        ))}
      </dl>
    </Notice>
  );
}
