/** The page speaks one language at a time; Danish unless somebody chooses otherwise. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { da } from '../texts/da.js';
import { en } from '../texts/en.js';
import type { Language, Texts } from '../texts/texts.js';
import { preference } from './preference.js';

const ALL: Readonly<Record<Language, Texts>> = { da, en };
const kept = preference<Language>('sammen.language', ['da', 'en'], 'da');

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
  readonly setLanguage: (language: Language) => void;
}

const Context = createContext<Spoken | null>(null);

/** Gives everything below it the texts. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState(kept.read);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = ALL[language].app.title;
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      texts: ALL[language],
      setLanguage: (next: Language) => {
        kept.write(next);
        choose(next);
      },
    }),
    [language],
  );
  return <Context value={spoken}>{children}</Context>;
}

/** The language and its texts. */
export function useLanguage(): Spoken {
  const spoken = useContext(Context);
  if (spoken === null) throw new Error('There is no language above this component.');
  return spoken;
}

/** The texts alone. */
export const useTexts = (): Texts => useLanguage().texts;
