/** The language of the page: Danish, or English by the switch; not kept when the page is left. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Category } from '../graph/types.js';
import { da, type Words } from './da.js';
import { en } from './en.js';
import { type Formats, formatsOf } from './formats.js';

/** What a component speaks with. */
export interface Speech extends Formats {
  readonly words: Words;
  /** As the graph names the language. */
  readonly language: 'DA' | 'EN';
  /** Kinds of data, in words; their names have commas and “and” of their own. */
  kinds(categories: readonly Category[] | null): string;
  switchLanguage(): void;
}

const SpeechContext = createContext<Speech | null>(null);

/** Gives everything inside its language. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Speech['language']>('DA');
  const speech = useMemo<Speech>(() => {
    const switchLanguage = () => setLanguage((last) => (last === 'DA' ? 'EN' : 'DA'));
    const words = language === 'DA' ? da : en;
    const kinds: Speech['kinds'] = (all) => (all ?? []).map((each) => words.categories[each]).join(' · ');
    return { words, language, kinds, switchLanguage, ...formatsOf(language) };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = language.toLowerCase();
    document.title = speech.words.page.title;
  }, [language, speech]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The words and formats of the language that is chosen. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('Nobody speaks here.');
  return speech;
}
