import { createHash } from 'node:crypto';
import type { HospitalMessage } from './hospitalMessage.js';

/** Ids made of what they name: re-deriving a story keeps every id, on every database. */
function idOf(kind: string, ...parts: readonly string[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['sammen', kind, ...parts]))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Which message it is. The same words under the same MessageHeader about the same episode are the same message, in
 * whichever envelope (Bundle id, Bundle time) and with whichever resource ids it is sent again.
 */
export function messageIdOf(message: HospitalMessage): string {
  const { episodes, headerId, refersTo, quotes, sentAt, verb, event, stayClass, deceased, stay, leave, place } =
    message;
  const said = [verb, event, stayClass, deceased, stay.from, stay.to, leave?.from, leave?.to];
  const where = [place.hospital, place.sor, place.ward];
  return idOf('message', JSON.stringify([headerId, sentAt, episodes, refersTo, quotes, said, where]));
}

/** The id of the stay that an episode is. */
export function admissionIdOf(citizenId: string, episode: string): string {
  return idOf('admission', citizenId, episode);
}

/** The id of a leave: its place in its stay. */
export function leaveIdOf(admissionId: string, place: number): string {
  return idOf('leave', admissionId, String(place));
}

/** The id of an entry in a stay's history: the message that made it. */
export function eventIdOf(admissionId: string, messageId: string): string {
  return idOf('event', admissionId, messageId);
}

/** The identifiers of the National Patient Register; hospitals may add them to their own later. */
const NATIONAL = 'https://www.esundhed.dk/Registre/Landspatientregisteret|';

/**
 * The identifier that names an episode which goes by several: the hospital's own, which its first message has already,
 * before the national one; the first in alphabetical order among equals.
 */
export function namingEpisode(episodes: Iterable<string>): string {
  const sorted = [...new Set(episodes)].toSorted();
  return sorted.find((each) => !each.startsWith(NATIONAL)) ?? sorted[0]!;
}
