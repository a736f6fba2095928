/** What a cell says and what can be done in it; a pure reading of what the graph answered. */
import type { Cell, Choice, Ground, GroundKind, Purpose } from '../graph/types.js';
import type { Words } from '../words/da.js';

/** What is said first, where several things hold: what opens, before what does not. */
const ORDER: readonly GroundKind[] = ['LAW', 'EMERGENCY', 'OWN', 'CONSENT', 'BLOCKED', 'NO_BASIS'];

/** The grounds of a cell in the order in which they are said. */
export function groundsOf({ grounds }: Cell): readonly Ground[] {
  const place = ({ kind }: Ground): number => (kind === null ? ORDER.length : ORDER.indexOf(kind));
  return (grounds ?? []).toSorted((a, b) => place(a) - place(b));
}

/** A cell in words: every different thing that holds, once. “Nothing” is not said beside something. */
export function cellWords(cell: Cell, words: Words): readonly string[] {
  const kinds = [...new Set(groundsOf(cell).map(({ kind }) => kind))].filter((kind) => kind !== null);
  if (kinds.length === 0) return [words.access.never];
  const said = kinds.filter((kind) => kind !== 'NO_BASIS' || kinds.length === 1);
  return said.map((kind) => (kind === 'BLOCKED' && isOpen(cell) ? words.access.blockedForSome : words.cells[kind]));
}

/** Whether anybody of the recipient may see it now. */
export function isOpen(cell: Cell): boolean {
  return groundsOf(cell).some(({ kind }) => kind !== 'BLOCKED' && kind !== 'NO_BASIS');
}

/** The purposes of the grounds of some kinds. */
export function purposesWith(cell: Cell, ...kinds: readonly GroundKind[]): Purpose[] {
  const some = groundsOf(cell).filter(({ kind }) => kind !== null && kinds.includes(kind));
  return [...new Set(some.map(({ purpose }) => purpose))].filter((purpose) => purpose !== null);
}

/** My choices that the grounds of one kind rest on. */
export function choicesBehind(cell: Cell, kind: 'CONSENT' | 'BLOCKED', choices: readonly Choice[]): readonly Choice[] {
  const ids = new Set(groundsOf(cell).flatMap((ground) => (ground.kind === kind ? (ground.choiceIds ?? []) : [])));
  return choices.filter(({ id }) => ids.has(id));
}

/** The law that a citizen may say no to, if that is what opens the cell. */
export function declinableLaw(cell: Cell): string | null {
  return groundsOf(cell).find(({ law }) => law === 'HOSPITAL_NOTIFICATION')?.law ?? null;
}

/** The purposes for which a law opens the cell, whatever is blocked; without the law that is declined, if one is. */
export function openedByLaw(cell: Cell, declined: string | null): Purpose[] {
  const laws = groundsOf(cell).filter(({ kind, law }) => kind === 'LAW' && law !== declined);
  return [...new Set(laws.map(({ purpose }) => purpose))].filter((purpose) => purpose !== null);
}

/** The choices that count now. */
export function standing(choices: readonly Choice[]): readonly Choice[] {
  const now = new Date().toISOString();
  return choices.filter(({ withdrawnAt, validTo }) => withdrawnAt === null && (validTo === null || validTo > now));
}
