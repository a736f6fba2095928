import type { StayClass, StayEvent, Verb } from './activity.js';

/** A span of time that may still last; ISO instants in UTC. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** Where a stay takes place. */
export interface Place {
  readonly hospital: string;
  readonly sor: string | null;
  readonly ward: string | null;
}

/**
 * What one HospitalNotification says, and nothing else of it: no name, no CPR number, no id of a resource that repeats
 * between episodes. Plain JSON, so that it can be stored and read again; every text is well-formed Unicode.
 */
export interface HospitalMessage {
  /** Identifiers of the episode as `system|value`; messages that share one are about the same episode. */
  readonly episodes: readonly string[];
  /** The id of the MessageHeader: unique within an episode, repeated between episodes. */
  readonly headerId: string;
  /** MessageHeaders that it corrects, cancels or follows, as its own Provenance names them. */
  readonly refersTo: readonly string[];
  /** All MessageHeaders whose Provenance it quotes: they came before it, whatever the clocks say. */
  readonly quotes: readonly string[];
  /** When the hospital sent it: its own Provenance, since the time of the envelope changes when a message is sent again. */
  readonly sentAt: string;
  readonly verb: Verb;
  readonly event: StayEvent;
  readonly stayClass: StayClass;
  /** True: the citizen has died, whatever the activity. False: said in so many words, which takes back a death. */
  readonly deceased: boolean | null;
  readonly stay: Span;
  /** The one leave that the message speaks of. */
  readonly leave: Span | null;
  readonly place: Place;
}
