/** A program says in one line why it failed; that line becomes our error, word for word. */
import { SammenError } from '@sammen/errors';

/**
 * @param words e.g. `sammen psychiatry: CONFIG_MISSING PORT is not set. Set it.`
 * @param fallback when the words have another form
 */
export function ownFailure(words: string, fallback: (words: string) => SammenError): SammenError {
  const [, who, code, rest] = /^sammen ([^:]+): ([A-Z][A-Z0-9_]+) (.*)$/.exec(words) ?? [];
  if (who === undefined || code === undefined || rest === undefined) return fallback(words);
  return new SammenError(code, { status: 503, message: `${who}: ${rest}`, next: '' });
}
