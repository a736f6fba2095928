import type { MentorshipRecord } from '@sammen/population';
import { type CopyValue, textArray } from '@sammen/subgraph-kit';
import { derivedId } from '../write/derivedId.js';

const WISHES = [
  ['PSYCHOSIS', 'LONELINESS'],
  ['SUBSTANCE_USE', 'HOMELESSNESS'],
  ['DEPRESSION', 'LOSS_OF_WORK'],
  ['RESTLESSNESS', 'STIGMA'],
] as const;

/** Half of those who have a mentor now had wished for one with the same experience; null for the others. */
export function wishRow({ citizenId, id, organisationId, startedOn, endedOn }: MentorshipRecord): CopyValue[] | null {
  const drawn = Number.parseInt(id.slice(0, 4), 16);
  const tags = WISHES[(drawn >> 1) % WISHES.length];
  if (endedOn !== null || drawn % 2 === 0 || tags === undefined) return null;
  const wishedAt = `${startedOn}T09:00:00Z`;
  return [citizenId, derivedId(`wish:${id}`), organisationId, textArray(tags), wishedAt, 'seed'];
}
