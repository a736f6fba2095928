/** Danish unless English is asked for: by the switch on the page, or by the page that one came from. */
import { da } from './da.js';
import { en } from './en.js';
import type { Language, Texts } from './texts.js';

/** All languages, the default one first. */
export const LANGUAGES: Readonly<Record<Language, Texts>> = { da, en };

const isLanguage = (text: string | undefined): text is Language => text !== undefined && Object.hasOwn(LANGUAGES, text);

/** The first that is known: of the switch (`lang=`), then of `ui_locales`, such as `en-GB da`. */
export function languageOf(chosen: unknown, locales: unknown): Language {
  const wanted = [chosen, ...(typeof locales === 'string' ? locales.split(' ') : [])];
  return wanted.map((one) => (typeof one === 'string' ? one.split('-')[0] : undefined)).find(isLanguage) ?? 'da';
}
