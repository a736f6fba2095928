import type { Bundle } from 'fhir/r4.js';
import { messageIdOf } from '../../src/inbox/ids.js';
import { readMessage } from '../../src/inbox/readMessage.js';
import type { KnownMessage } from '../../src/inbox/story/inOrder.js';
import { type Story, storyOf } from '../../src/inbox/story/storyOf.js';
import { type NotificationSpec, notification } from './notification.js';

/** The message of a Bundle, as the inbox knows it. */
export function known(bundle: Bundle | string): KnownMessage {
  const { message } = readMessage(typeof bundle === 'string' ? bundle : JSON.stringify(bundle), Date.now());
  return { id: messageIdOf(message), message };
}

/** Messages of one episode from what tests say about them. */
export function messages(...specs: readonly NotificationSpec[]): readonly KnownMessage[] {
  return specs.map((spec) => known(notification(spec)));
}

/** A story in short: what a person would ask about it. Times without seconds, in UTC. */
export function gist({ kind, status, startedAt, endedAt, leaves, entries, place }: Story) {
  return {
    stay: `${kind} ${status} ${short(startedAt)}–${short(endedAt)}`,
    leaves: leaves.map(({ from, to }) => `${short(from)}–${short(to)}`),
    history: entries.map(({ kind: what, concerns, occurredAt }) =>
      [what, concerns, short(occurredAt)].filter((part) => part !== null).join(' '),
    ),
    at: place.hospital,
  };
}

/** The gist of the story that specs tell. */
export function told(...specs: readonly NotificationSpec[]) {
  return gist(storyOf(messages(...specs)));
}

function short(at: string | null): string {
  return at === null ? '' : at.slice(5, 16).replace('T', ' ');
}
