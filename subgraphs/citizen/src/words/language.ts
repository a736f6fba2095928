import { codeEnum } from '@sammen/subgraph-kit';

/** The languages in which citizens are spoken to. */
export type Language = 'DA' | 'EN';

/** The languages, as the graph has them. */
export const LanguageEnum = codeEnum<Language>('Language', 'A language in which citizens are spoken to (sprog).', [
  { code: 'DA', da: 'dansk', en: 'Danish' },
  { code: 'EN', da: 'engelsk', en: 'English' },
]);

/** The same in both languages. */
export interface Words {
  readonly da: string;
  readonly en: string;
}

/** Words in a language. */
export function inLanguage(language: Language, { da, en }: Words): string {
  return language === 'DA' ? da : en;
}

/** A day as people say it, in Denmark: `3. november 2026`, `3 November 2026`. */
export function dayInWords(language: Language, moment: Date): string {
  const format = { timeZone: 'Europe/Copenhagen', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(language === 'DA' ? 'da-DK' : 'en-GB', format).format(moment);
}

/** Several things as people list them: `a, b og c`. */
export function listInWords(language: Language, things: readonly string[]): string {
  return new Intl.ListFormat(language === 'DA' ? 'da' : 'en-GB', { type: 'conjunction' }).format(things);
}
