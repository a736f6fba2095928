import type { StayClass } from '../activity.js';
import type { HospitalMessage, Place } from '../hospitalMessage.js';

/** What an entry of a stay's history says that happened. */
export type EntryKind =
  'ADMITTED' | 'LEAVE_STARTED' | 'LEAVE_ENDED' | 'DISCHARGED' | 'DIED' | 'CORRECTED' | 'CANCELLED';

/** One entry of the history: what one message reported. */
export interface Entry {
  readonly messageId: string;
  readonly kind: EntryKind;
  /** What a correction or a cancellation is about. */
  readonly concerns: EntryKind | null;
  readonly occurredAt: string;
  readonly sentAt: string;
}

/** An admission as its reports tell it: a stay that changes its class or its hospital has several. */
export interface Stint {
  readonly stayClass: StayClass;
  from: string;
  place: Place;
  /** MessageHeaders of its reports; empty when other messages imply it and its own has not come. */
  readonly headers: Set<string>;
}

/** A leave as its reports tell it. */
export interface ToldLeave {
  from: string;
  to: string | null;
  /** Every beginning that was ever stated, so that a message from before a correction still finds its leave. */
  readonly starts: Set<string>;
  readonly headers: Set<string>;
}

/** How far a story has been told. Only the tellers of events change it, message by message. */
export interface Telling {
  stints: Stint[];
  leaves: ToldLeave[];
  dischargedAt: string | null;
  /** The message that reported the death last. */
  death: HospitalMessage | null;
  /** The last admission that was cancelled: what is left of a stay that never was. */
  cancelled: Stint | null;
  readonly entries: Entry[];
}

/** Nothing told yet. */
export function untold(): Telling {
  return { stints: [], leaves: [], dischargedAt: null, death: null, cancelled: null, entries: [] };
}

/** The last that fulfils a condition, the later stated before the earlier. */
export function lastOf<T>(list: readonly T[], ...conditions: readonly ((each: T) => boolean)[]): T | undefined {
  for (const condition of conditions) {
    const found = list.findLast(condition);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether any of the headers that a message refers to is one of these. */
export function meets(refersTo: readonly string[], headers: ReadonlySet<string>): boolean {
  return refersTo.some((id) => headers.has(id));
}
