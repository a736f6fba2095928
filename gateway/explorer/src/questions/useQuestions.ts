/** The named questions of this installation, read once they are fetched and again when the schema is there. */
import type { GraphQLSchema } from 'graphql';
import { useEffect, useMemo, useState } from 'react';
import { type Fault, type NamedQuestion, readQuestion } from './readQuestion.js';

interface QuestionFile {
  readonly file: string;
  readonly text: string | null;
}

/** What there is, and what cannot be used. */
export interface Questions {
  readonly state: 'LOADING' | 'FAILED' | 'LOADED';
  readonly questions: readonly NamedQuestion[];
  readonly malformed: readonly { readonly file: string; readonly faults: readonly Fault[] }[];
}

/** Loads them. */
export function useQuestions(schema: GraphQLSchema | null): Questions {
  const [files, setFiles] = useState<readonly QuestionFile[] | 'LOADING' | 'FAILED'>('LOADING');
  useEffect(() => {
    const controller = new AbortController();
    fetch('/questions.json', { signal: controller.signal, credentials: 'omit' })
      .then((response) => response.json() as Promise<{ readonly questions: readonly QuestionFile[] }>)
      .then(
        ({ questions }) => setFiles(questions),
        () => controller.signal.aborted || setFiles('FAILED'),
      );
    return () => controller.abort();
  }, []);
  return useMemo(() => {
    if (typeof files === 'string') return { state: files, questions: [], malformed: [] };
    const read = files.map(({ file, text }) => readQuestion(file, text, schema));
    return {
      state: 'LOADED',
      questions: read.flatMap(({ question }) => question ?? []),
      malformed: read.flatMap((one) => (one.question === null ? [{ file: one.file, faults: one.faults }] : [])),
    };
  }, [files, schema]);
}
