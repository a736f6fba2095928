import type { StayEvent, Verb } from '../activity.js';
import type { HospitalMessage } from '../hospitalMessage.js';

/** A message under the id that {@link messageIdOf} gave it. */
export interface KnownMessage {
  readonly id: string;
  readonly message: HospitalMessage;
}

/**
 * The messages of an episode in the order in which they were sent: after every message that they quote, then by the
 * time of sending; within one second as things happen, reports before corrections before cancellations; then by id.
 * A total order that the set alone decides, so that the order of arrival never counts.
 */
export function inOrder(messages: Iterable<KnownMessage>): readonly KnownMessage[] {
  const waiting = [...new Map([...messages].map((each) => [each.id, each])).values()].toSorted(byTime);
  const ordered: KnownMessage[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((each) => !waiting.some((other) => other !== each && precedes(other, each)));
    // Messages that quote each other in a circle are broken; time decides between them.
    ordered.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

function precedes(one: KnownMessage, other: KnownMessage): boolean {
  return other.message.quotes.includes(one.message.headerId) && other.message.headerId !== one.message.headerId;
}

function byTime(one: KnownMessage, other: KnownMessage): number {
  return (
    compare(one.message.sentAt, other.message.sentAt) ||
    rankOf(one.message) - rankOf(other.message) ||
    compare(one.id, other.id)
  );
}

const VERBS: readonly Verb[] = ['REPORT', 'REVISE', 'CANCEL'];
const EVENTS: readonly StayEvent[] = ['ADMIT', 'START_LEAVE', 'END_LEAVE', 'DISCHARGE'];

/** A death, and what takes it back, come after the message whose activity they repeat. */
function rankOf({ verb, event, deceased }: HospitalMessage): number {
  const life = deceased === true ? 1 : deceased === false ? 2 : 0;
  return life * 100 + VERBS.indexOf(verb) * 10 + EVENTS.indexOf(event);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
