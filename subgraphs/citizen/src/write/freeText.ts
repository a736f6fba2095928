import { kitError } from '@sammen/subgraph-kit';

/** How long a text must and may be. */
export interface TextLength {
  /** Characters besides blanks and what cannot be seen: blanks are no reason. */
  readonly least: number;
  /** Characters in all. */
  readonly most: number;
}

const VISIBLE = /[^\p{C}\p{Z}]/gu;

/** The text without blanks around it. @throws INVALID_INPUT naming the field and the rule, never the text (INVARIANT I-8) */
export function freeText(text: string, { least, most }: TextLength, field: string): string {
  const trimmed = text.trim();
  if ((trimmed.match(VISIBLE) ?? []).length < least)
    throw kitError('INVALID_INPUT', { field, message: `${field} needs at least ${least} characters besides blanks.` });
  if (trimmed.length > most)
    throw kitError('INVALID_INPUT', { field, message: `${field} has at most ${most} characters.` });
  return trimmed;
}
