/** What a value of the graph is called where somebody chooses it: its description has English first, and Danish in brackets. */
import type { Language } from '../texts/texts.js';

/** `By region (region).` → `By region`, `Region`; the code itself where the description says nothing of the kind. */
export function choiceInWords(code: string, description: string | undefined, language: Language): string {
  const [, english, danish] = /^(.+?)\s*\(([^()]+)\)\.?$/s.exec(description?.trim() ?? '') ?? [];
  const words = language === 'da' ? danish : english;
  return words === undefined ? code : words.charAt(0).toUpperCase() + words.slice(1);
}
