/** The variables of a question as a form. */
import type { GraphQLSchema } from 'graphql';
import { type FormEvent, useMemo, useState } from 'react';
import { useLanguage } from '../app/language.js';
import { useRun } from '../ask/RunProvider.js';
import { AskButton } from '../editor/AskButton.js';
import { Field } from '../parts/Field.js';
import { fill } from '../texts/texts.js';
import { QuestionControl } from './QuestionControl.js';
import type { NamedQuestion } from './readQuestion.js';
import { NOT_A_VALUE, type VariableField, valueOf, variableFields } from './variableFields.js';

interface QuestionFormProps {
  readonly question: NamedQuestion;
  readonly schema: GraphQLSchema | null;
  readonly onEdit: (question: NamedQuestion, variables: Readonly<Record<string, unknown>>) => void;
}

type Typed = Readonly<Record<string, string>>;

/** Draws it. */
export function QuestionForm({ question, schema, onEdit }: QuestionFormProps) {
  const { texts, language } = useLanguage();
  const words = texts.questions;
  const { ask } = useRun();
  const fields = useMemo(() => variableFields(question.operation, schema), [question, schema]);
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(fields.map(({ name, initial }) => [name, initial])),
  );
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const labelOf = ({ name }: VariableField) => question.labels[name]![language];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const faults = fields.flatMap((field) => {
      const value = valueOf(field, typed[field.name] ?? '');
      if (value === NOT_A_VALUE) return [[field.name, fill(words.invalid, { type: field.type })]];
      return value === undefined && field.isRequired
        ? [[field.name, fill(words.missing, { label: labelOf(field) })]]
        : [];
    });
    setWrong(Object.fromEntries(faults) as Record<string, string>);
    if (faults.length > 0) return;
    const operationName = question.operation.name!.value;
    void ask({ query: question.query, variables: valuesOf(fields, typed), operationName });
  };
  return (
    <form className="question-form" onSubmit={submit} noValidate>
      {fields.map((field) => (
        <Field key={field.name} label={labelOf(field)} hint={hintOf(field, words)} error={wrong[field.name]}>
          {(ids) => (
            <QuestionControl
              {...ids}
              field={field}
              value={typed[field.name] ?? ''}
              isWrong={wrong[field.name] !== undefined}
              onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
            />
          )}
        </Field>
      ))}
      <div className="bar">
        <AskButton isSubmit />
        <button type="button" onClick={() => onEdit(question, valuesOf(fields, typed))}>
          {words.edit}
        </button>
      </div>
    </form>
  );
}

/** What can be sent of what was typed. */
function valuesOf(fields: readonly VariableField[], typed: Typed): Readonly<Record<string, unknown>> {
  const values = fields.map((field) => [field.name, valueOf(field, typed[field.name] ?? '')] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== NOT_A_VALUE));
}

function hintOf(
  { kind, isRequired }: VariableField,
  words: { readonly listHint: string; readonly jsonHint: string; readonly required: string; readonly optional: string },
): string {
  const how = kind === 'LIST' ? `. ${words.listHint}` : kind === 'JSON' ? `. ${words.jsonHint}` : '';
  return `${isRequired ? words.required : words.optional}${how}`;
}
