/** Key managers ask those who keep something to themselves; some have not answered yet, some said no, some never answered. */
import type { DataCategory } from '@sammen/consent';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { isoInstant, momentOf } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { ConsentRequestRecord } from '../records/citizenRecords.js';
import type { Person } from '../records/personRecords.js';
import { staffOf } from '../staff.js';

const REQUEST = topic('consent request');
const NONE: readonly never[] = [];
/** Days that a request can be answered. */
const OPEN_DAYS = 30;
/** The age from which everybody answers for themselves. */
const OF_AGE = 18;

const TEXTS: Readonly<Partial<Record<DataCategory, string>>> = {
  DIAGNOSIS: 'Vi vil gerne kende dine diagnoser, så jobcenter og bostøtte ikke spørger dig om det samme hver for sig.',
  TREATMENT: 'Vi vil gerne følge din behandling, så møderne passer med dine tider i ambulatoriet.',
};

/** The requests for consent to a citizen, oldest first. None was answered with a yes: those are consents by now. */
export function requestsOf(person: Person): readonly ConsentRequestRecord[] {
  const { profile, index, key } = person;
  if (index === EDGE_CASES.showcase) return [request(person, 'DIAGNOSIS', 3, null)];
  if (profile.age < OF_AGE || profile.consentLevel === 'FULL') return NONE;
  const random = streamOf(key, REQUEST);
  if (!random.chance(profile.recipe === 'TEN_IN_EACH' ? 0.4 : 0.02)) return NONE;
  const category = random.chance(0.5) ? 'DIAGNOSIS' : 'TREATMENT';
  const ago = random.between(1, 70);
  return [request(person, category, ago, random.chance(0.4) ? 'DECLINE' : null)];
}

function request(
  person: Person,
  category: 'DIAGNOSIS' | 'TREATMENT',
  daysAgo: number,
  answer: 'DECLINE' | null,
): ConsentRequestRecord {
  const day = person.profile.lastDay - daysAgo;
  const member = staffOf(`municipality-${person.municipalityCode}/authority`, 0);
  const answered = answer === null ? null : isoInstant(momentOf(day + Math.min(4, daysAgo - 1), 18));
  return {
    id: recordId(person.key, REQUEST, 0),
    citizenId: person.id,
    actorId: member.actorId,
    role: 'KEY_MANAGER',
    organisationId: member.organisationId,
    categories: [category],
    purpose: 'CARE_COORDINATION',
    text: TEXTS[category]!,
    askedAt: isoInstant(momentOf(day, 9)),
    lapsesAt: isoInstant(momentOf(day + OPEN_DAYS, 9)),
    answer,
    answeredAt: answered,
    answeredByActorId: answered === null ? null : person.actorId,
  };
}
