/** Mentors and volunteers belong to an NGO, not to a citizen; their ids are the same in populations of every size. */
import { NGO_LIST } from '@sammen/reference-data';
import { keyOf, recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { isoDate, parseDay } from '../core/time.js';
import { DEFAULT_REFERENCE_DATE } from '../populationOptions.js';
import type { PopulationOptions } from '../populationOptions.js';
import type { MentorRecord, VolunteerRecord } from '../records/ngoRecords.js';
import { staffOf } from '../staff.js';
import { poolOfSize } from './pools.js';

const MENTOR = topic('mentor');
const VOLUNTEER = topic('volunteer');

/** Id of the `number`-th mentor of an NGO. */
export function mentorIdOf(organisationId: string, number: number): string {
  return recordId(keyOf(organisationId), MENTOR, number);
}

/** Id of the `number`-th volunteer of an NGO. */
export function volunteerIdOf(organisationId: string, number: number): string {
  return recordId(keyOf(organisationId), VOLUNTEER, number);
}

const EXPERIENCES = [
  'Har selv levet med psykose og er kommet videre.',
  'Har selv haft en lang periode med depression.',
  'Har selv haft et misbrug og været indlagt.',
  'Har selv en personlighedsforstyrrelse og bor i egen bolig igen.',
  'Har selv ADHD og kender til at miste overblikket.',
];
const INTERESTS = [
  'gåture',
  'musik',
  'fodbold',
  'madlavning',
  'brætspil',
  'fiskeri',
  'strik',
  'film',
  'have',
  'svømning',
];

/** The mentors around a population of this size. Half are paid; whoever is paid works at least 15 hours a week. */
export function* mentors(
  seed: number,
  size: number,
  options: PopulationOptions = {},
): Generator<MentorRecord, void, undefined> {
  const today = parseDay(options.referenceDate ?? DEFAULT_REFERENCE_DATE);
  for (const { id: organisationId } of NGO_LIST) {
    for (let number = 0; number < poolOfSize(size).mentors; number++) {
      const random = streamOf(keyOf(`${seed}:${organisationId}`), MENTOR, number);
      const member = staffOf(`${organisationId}/mentors`, number);
      const paid = number % 2 === 0;
      yield {
        id: mentorIdOf(organisationId, number),
        organisationId,
        unitId: `${organisationId}/mentors`,
        actorId: member.actorId,
        name: member.name,
        engagement: paid ? 'PAID' : 'VOLUNTARY',
        hoursPerWeek: paid ? random.between(15, 30) : random.between(2, 6),
        livedExperience: random.pick(EXPERIENCES),
        activeFrom: isoDate(today - random.between(1000, 2000)),
        activeTo: null,
      };
    }
  }
}

/** The volunteers around a population of this size. */
export function* volunteers(
  seed: number,
  size: number,
  options: PopulationOptions = {},
): Generator<VolunteerRecord, void, undefined> {
  const today = parseDay(options.referenceDate ?? DEFAULT_REFERENCE_DATE);
  for (const { id: organisationId } of NGO_LIST) {
    for (let number = 0; number < poolOfSize(size).volunteers; number++) {
      const random = streamOf(keyOf(`${seed}:${organisationId}`), VOLUNTEER, number);
      const member = staffOf(`${organisationId}/volunteers`, number);
      yield {
        id: volunteerIdOf(organisationId, number),
        organisationId,
        unitId: `${organisationId}/volunteers`,
        actorId: member.actorId,
        name: member.name,
        interests: random.sample(INTERESTS, 2),
        activeFrom: isoDate(today - random.between(1000, 2000)),
        activeTo: null,
      };
    }
  }
}
