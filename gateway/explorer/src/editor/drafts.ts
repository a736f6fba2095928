/**
 * The draft of a question. It ends with the page, unless somebody switches on that this browser remembers it; then it is
 * kept without variables, and every value in the text is emptied: questions can name people.
 */
import { withoutValues } from './withoutValues.js';

const SWITCH = 'sammen.keepDraft';
const DRAFT = 'sammen.draft';

/** Whether this browser remembers drafts. */
export function isDraftKept(): boolean {
  return attempt(() => localStorage.getItem(SWITCH) === 'yes') ?? false;
}

/** Switches it on or off; off forgets what was kept. */
export function keepDraft(isOn: boolean): void {
  attempt(() => (isOn ? localStorage.setItem(SWITCH, 'yes') : localStorage.removeItem(SWITCH)));
  if (!isOn) attempt(() => localStorage.removeItem(DRAFT));
}

/** Keeps a draft, if that is switched on. */
export function writeDraft(query: string): void {
  if (!isDraftKept()) return;
  const text = withoutValues(query);
  if (text !== undefined) attempt(() => localStorage.setItem(DRAFT, text));
}

/** The draft of earlier; undefined when there is none or none is kept. */
export function readDraft(): string | undefined {
  return isDraftKept() ? (attempt(() => localStorage.getItem(DRAFT)) ?? undefined) : undefined;
}

/** A browser may refuse to keep anything; then there is nothing. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
