/** What a cell says and what can be done in it; a pure reading of what the graph answered. */
import type { Cell, Choice, Ground, GroundKind, Purpose, Recipient } from '../graph/types.js';
import type { Words } from '../words/da.js';

/** What is said first, where several things hold: what opens, before what does not. */
const ORDER: readonly GroundKind[] = ['LAW', 'EMERGENCY', 'OWN', 'CONSENT', 'BLOCKED', 'NO_BASIS'];

/** One cell of the matrix. */
export interface Place {
  readonly recipient: Recipient;
  readonly cell: Cell;
}

const unique = <Value>(values: readonly (Value | null)[]): Value[] =>
  [...new Set(values)].filter((value) => value !== null);

/** `Tovholdere (Esbjerg Kommune)` */
export const whoIs = ({ role, organisation }: Recipient, words: Words): string =>
  `${words.roles[role!]} (${organisation?.name ?? ''})`;

/** The grounds of a cell in the order in which they are said. */
export function groundsOf({ grounds }: Cell): readonly Ground[] {
  const place = ({ kind }: Ground): number => (kind === null ? ORDER.length : ORDER.indexOf(kind));
  return (grounds ?? []).toSorted((a, b) => place(a) - place(b));
}

/** A cell in words: every different thing that holds, once. “Nothing” is not said beside something. */
export function cellWords(cell: Cell, words: Words): readonly string[] {
  const kinds = unique(groundsOf(cell).map(({ kind }) => kind));
  if (kinds.length === 0) return [words.access.never];
  const said = kinds.filter((kind) => kind !== 'NO_BASIS' || kinds.length === 1);
  return said.map((kind) => (kind === 'BLOCKED' && isOpen(cell) ? words.access.blockedForSome : words.cells[kind]));
}

/** Whether anybody of the recipient may see it now. */
export function isOpen(cell: Cell): boolean {
  return groundsOf(cell).some(({ kind }) => kind !== 'BLOCKED' && kind !== 'NO_BASIS');
}

/** The purposes of the grounds of some kinds; those of one law left out, if one is named. */
export function purposesWith(cell: Cell, kinds: readonly GroundKind[], exceptLaw = ''): Purpose[] {
  const some = groundsOf(cell).filter(({ kind, law }) => kind !== null && kinds.includes(kind) && law !== exceptLaw);
  return unique(some.map(({ purpose }) => purpose));
}

const WITHOUT_LAW: readonly GroundKind[] = ['OWN', 'CONSENT', 'EMERGENCY', 'NO_BASIS'];

/** What a block can be for: what no law opens; and a law's purposes, where one can say no to it and does, or nothing else is open. */
export function blockable(cell: Cell, declines: boolean): Purpose[] {
  const open = purposesWith(cell, WITHOUT_LAW);
  const isAboutLaw = declinableLaw(cell) !== null && (declines || open.length === 0);
  return isAboutLaw ? purposesWith(cell, ['LAW', ...WITHOUT_LAW]) : open;
}

/** The ids of my choices that the grounds of one kind rest on; for one purpose, if one is named. */
export function idsBehind(cell: Cell, kind: 'CONSENT' | 'BLOCKED', purpose?: Purpose | null): string[] {
  const some = groundsOf(cell).filter((each) => each.kind === kind && (!purpose || each.purpose === purpose));
  return unique(some.flatMap(({ choiceIds }) => choiceIds ?? []));
}

/** The law that a citizen may say no to, if that is what opens the cell. */
export function declinableLaw(cell: Cell): string | null {
  return groundsOf(cell).find(({ law }) => law === 'HOSPITAL_NOTIFICATION')?.law ?? null;
}

/** The choices that count now. */
export function standing(choices: readonly Choice[]): readonly Choice[] {
  const now = new Date().toISOString();
  return choices.filter(({ withdrawnAt, validTo }) => withdrawnAt === null && (validTo === null || validTo > now));
}
