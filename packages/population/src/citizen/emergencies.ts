/** A few citizens were looked at in an emergency by somebody of their region; most of it is reviewed, some still waits. */
import type { DataCategory } from '@sammen/consent';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { isoInstant, momentOf } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { EmergencyRecord, EmergencyReviewRecord } from '../records/citizenRecords.js';
import type { Person } from '../records/personRecords.js';
import { staffOf } from '../staff.js';

const EMERGENCY = topic('emergency');
const REVIEW = topic('emergency review');
const NONE: readonly never[] = [];

/** What a ward asks for at night: where somebody lives, and which help they have. */
const ASKED: readonly (readonly DataCategory[])[] = [
  ['SOCIAL_SERVICE', 'HOUSING'],
  ['SOCIAL_SERVICE'],
  ['HOUSING', 'CARE_TEAM'],
  ['PLAN', 'CARE_TEAM'],
];

const REASONS = [
  ['VITAL_INTEREST', 'Fundet bevidstløs; vi skal vide, hvem der hjælper hjemme.'],
  ['VITAL_INTEREST', 'Svært forpint og kan ikke svare; risiko for liv ved udskrivelse til gaden.'],
  ['CITIZEN_AGREED_ORALLY', 'Borgeren bad os mundtligt om at se planen før samtalen i nat.'],
] as const;

const NOTES = {
  ACCEPTED: 'Begrundelsen svarer til det, der blev åbnet.',
  OBJECTED: 'Borgeren kunne have været spurgt; der blev åbnet for mere end nødvendigt.',
} as const;

/** The emergency accesses to a citizen's data, oldest first; all of them are over. */
export function emergenciesOf(person: Person): readonly EmergencyRecord[] {
  const { profile, key } = person;
  const random = streamOf(key, EMERGENCY);
  if (person.index === EDGE_CASES.showcase)
    return [emergency(person, 0, 40, 'OBJECTED'), emergency(person, 1, 6, null)];
  if (!random.chance(profile.recipe === 'TEN_IN_EACH' ? 0.06 : 0.01)) return NONE;
  const ago = random.between(2, 90);
  const outcome = ago < 14 || random.chance(0.15) ? null : random.chance(0.15) ? 'OBJECTED' : 'ACCEPTED';
  return [emergency(person, 0, ago, outcome)];
}

function emergency(
  person: Person,
  number: number,
  daysAgo: number,
  outcome: EmergencyReviewRecord['outcome'] | null,
): EmergencyRecord {
  const { key, profile } = person;
  const random = streamOf(key, EMERGENCY, number + 1);
  const day = profile.lastDay - daysAgo;
  const opened = momentOf(day, random.between(0, 23), random.between(0, 59));
  const member = staffOf(profile.departmentId, random.between(1, 6));
  const [kind, reason] = random.pick(REASONS);
  const id = recordId(key, EMERGENCY, number);
  return {
    id,
    citizenId: person.id,
    actorId: member.actorId,
    role: random.chance(0.5) ? 'WARD_NURSE' : 'PSYCHIATRIST',
    organisationId: member.organisationId,
    kind,
    reason,
    categories: random.pick(ASKED),
    openedAt: isoInstant(opened),
    expiresAt: isoInstant(opened + 60),
    review:
      outcome === null
        ? null
        : {
            id: recordId(key, REVIEW, number),
            version: 1,
            outcome,
            note: NOTES[outcome],
            // The persona's colleague: one reviews what the other has not seen yet.
            reviewedByActorId: staffOf(member.organisationId, 2).actorId,
            reviewedAt: isoInstant(momentOf(day + Math.min(9, daysAgo - 1), 10)),
          },
  };
}
