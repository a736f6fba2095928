/** Admissions: only reports of an admission say when and where it was; other messages count where none has come. */
import type { HospitalMessage } from '../hospitalMessage.js';
import { lastOf, meets, type Stint, type Telling } from './telling.js';

/** An admission, another one of the same stay (from emergency to ward, to another hospital), or the same once more. */
export function tellAdmission(telling: Telling, message: HospitalMessage): void {
  const { stints } = telling;
  const { stayClass, stay, place, headerId } = message;
  const same = lastOf(
    stints,
    (each) => each.stayClass === stayClass && each.from === stay.from,
    (each) => each.stayClass === stayClass && each.headers.size === 0,
  );
  if (same !== undefined) return restate(same, message);
  // Admitted again after the end: the stay goes on. A late report of an earlier admission does not reopen it.
  if (telling.dischargedAt !== null && stay.from >= telling.dischargedAt) telling.dischargedAt = null;
  stints.push({ stayClass, from: stay.from, place, headers: new Set([headerId]) });
}

/** Time or place were wrong. What was cancelled is not made anew by a correction, only by another admission. */
export function correctAdmission(telling: Telling, message: HospitalMessage): void {
  const target = targetOf(telling.stints, message);
  if (target !== undefined) restate(target, message);
  else if (telling.stints.length > 0 || telling.cancelled === null) tellAdmission(telling, message);
}

/** The wrong person, or the wrong kind of stay: that admission never was. */
export function cancelAdmission(telling: Telling, message: HospitalMessage): void {
  const { stints } = telling;
  const { stayClass, stay, place } = message;
  const target = targetOf(stints, message);
  if (target !== undefined) stints.splice(stints.indexOf(target), 1);
  if (stints.length > 0) return;
  const cancelled = target ?? { stayClass, from: stay.from, place, headers: new Set<string>() };
  Object.assign(telling, { cancelled, leaves: [], dischargedAt: null, death: null });
}

/** A message about a stay whose admission nobody reported yet tells that there is one, unless it was cancelled. */
export function implyAdmission(telling: Telling, { stayClass, stay, place }: HospitalMessage): void {
  if (telling.stints.length === 0 && telling.cancelled === null)
    telling.stints.push({ stayClass, from: stay.from, place, headers: new Set() });
}

/** What is referred to, if it is an admission of that class; else the last of that class. */
function targetOf(stints: readonly Stint[], { stayClass, refersTo }: HospitalMessage): Stint | undefined {
  const sameClass = stints.filter((each) => each.stayClass === stayClass);
  return lastOf(
    sameClass,
    (each) => meets(refersTo, each.headers),
    () => true,
  );
}

function restate(stint: Stint, { stay, place, headerId }: HospitalMessage): void {
  stint.from = stay.from;
  stint.place = place;
  stint.headers.add(headerId);
}
