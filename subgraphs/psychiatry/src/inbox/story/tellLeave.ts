/** Leaves: a stay may have several; a message names its leave by when it began, or refers to an earlier message about it. */
import type { HospitalMessage, Span } from '../hospitalMessage.js';
import { lastOf, meets, type Telling, type ToldLeave } from './telling.js';

type AboutLeave = HospitalMessage & { readonly leave: Span };

/** A leave begins, or the same is reported once more. */
export function tellLeaveStart(telling: Telling, message: AboutLeave): void {
  const { leave, headerId } = message;
  const same = beginningAt(telling.leaves, leave.from);
  if (same === undefined) addLeave(telling, leave.from, null, headerId);
  else same.headers.add(headerId);
}

/** A leave ends. */
export function tellLeaveEnd(telling: Telling, message: AboutLeave): void {
  const { leave, headerId, refersTo } = message;
  const target =
    beginningAt(telling.leaves, leave.from) ??
    lastOf(
      telling.leaves,
      (each) => meets(refersTo, each.headers),
      (each) => each.to === null && each.from < (leave.to ?? each.from),
    );
  if (target === undefined) addLeave(telling, leave.from, leave.to, headerId);
  else close(target, leave.to, headerId);
}

/** The beginning was wrong. */
export function correctLeaveStart(telling: Telling, message: AboutLeave): void {
  const { leave, headerId } = message;
  const target = targetOf(telling, message, () => true);
  if (target === undefined) return addLeave(telling, leave.from, null, headerId);
  target.from = leave.from;
  target.starts.add(leave.from);
  target.headers.add(headerId);
}

/** The end was wrong. */
export function correctLeaveEnd(telling: Telling, message: AboutLeave): void {
  const target = targetOf(telling, message, hasEnded);
  if (target === undefined) addLeave(telling, message.leave.from, message.leave.to, message.headerId);
  else close(target, message.leave.to, message.headerId);
}

/** The leave never was. */
export function cancelLeaveStart(telling: Telling, message: HospitalMessage): void {
  const target = targetOf(telling, message, () => true);
  if (target !== undefined) telling.leaves.splice(telling.leaves.indexOf(target), 1);
}

/** The citizen is still away. */
export function cancelLeaveEnd(telling: Telling, message: HospitalMessage): void {
  const target = targetOf(telling, message, hasEnded);
  if (target !== undefined) target.to = null;
}

/** A message about something else may speak of a leave that nobody reported. */
export function implyLeave(telling: Telling, { leave, headerId }: HospitalMessage): void {
  if (leave !== null && beginningAt(telling.leaves, leave.from) === undefined)
    addLeave(telling, leave.from, leave.to, headerId);
}

function addLeave(telling: Telling, from: string, to: string | null, headerId: string): void {
  telling.leaves.push({ from, to, starts: new Set([from]), headers: new Set([headerId]) });
}

function close(leave: ToldLeave, to: string | null, headerId: string): void {
  leave.to = to;
  leave.headers.add(headerId);
}

function beginningAt(leaves: readonly ToldLeave[], from: string): ToldLeave | undefined {
  return lastOf(
    leaves,
    (each) => each.from === from,
    (each) => each.starts.has(from),
  );
}

/** The leave that began then, else the one that is referred to, else the last that could be meant. */
function targetOf(
  { leaves }: Telling,
  { refersTo, leave }: HospitalMessage,
  couldBe: (leave: ToldLeave) => boolean,
): ToldLeave | undefined {
  const byBeginning = leave === null ? undefined : beginningAt(leaves, leave.from);
  return byBeginning ?? lastOf(leaves, (each) => meets(refersTo, each.headers), couldBe);
}

function hasEnded({ to }: ToldLeave): boolean {
  return to !== null;
}
