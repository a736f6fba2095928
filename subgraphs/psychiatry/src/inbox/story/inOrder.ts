import type { HospitalMessage } from '../hospitalMessage.js';

/** A message under the id that {@link messageIdOf} gave it. */
export interface KnownMessage {
  readonly id: string;
  readonly message: HospitalMessage;
}

/**
 * The messages of an episode in the order in which they were sent: after every message that they quote, then by the
 * time of sending, then by id. A total order that the set alone decides, so that the order of arrival never counts.
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
  return compare(one.message.sentAt, other.message.sentAt) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
