/** What every language has to say. Danish is the measure. */
import type { da } from './da.js';

/** The texts of one language. */
export type Texts = typeof da;

/** The languages of the page. */
export const LANGUAGES = ['da', 'en'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** A text with its `{names}` filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A word of the graph, or the graph's own code for what has no word here yet. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? words[code]! : code;
}
