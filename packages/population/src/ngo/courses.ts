/** A course has a practitioner and a peer among its educators, eight weekly sessions, and more seats than citizens choose it. */
import { departmentOf, NGO_LIST } from '@sammen/reference-data';
import type { NgoRow } from '@sammen/reference-data';
import { keyOf, recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { isoDate, isoInstant, momentOf, parseDay, workday } from '../core/time.js';
import { DEFAULT_REFERENCE_DATE } from '../populationOptions.js';
import type { PopulationOptions } from '../populationOptions.js';
import type { CourseRecord, EducatorRecord } from '../records/ngoRecords.js';
import { staffOf } from '../staff.js';
import { poolOfSize } from './pools.js';

const COURSE = topic('course');
const SESSION = topic('course session');
const EDUCATOR = topic('course educator');

/** Sessions of a course, one a week. */
export const SESSIONS_A_COURSE = 8;

/** Courses of a group: one is over, one is running, one is to come. */
export const COURSES_A_GROUP = 3;

const TITLES = [
  'Lev med psykose',
  'Forstå din angst',
  'ADHD i hverdagen',
  'Vejen videre efter depression',
  'Følelser og relationer',
];
const TOPICS = [
  'Hvad er psykisk sygdom?',
  'Tegn på tilbagefald',
  'Søvn og døgnrytme',
  'Medicin',
  'Familie og venner',
  'Rusmidler',
  'Håb og mål',
  'Min egen plan',
];

/** Id and first day of a course, without the rest. */
export interface CourseOutline {
  readonly id: string;
  readonly firstDay: number;
}

/** The `number`-th course of an NGO as seen on a reference day. */
export function courseOutlineOf(organisationId: string, number: number, today: number): CourseOutline {
  const key = keyOf(organisationId);
  const random = streamOf(key, COURSE, number);
  const when = number % COURSES_A_GROUP;
  const offset = when === 0 ? -random.between(120, 300) : when === 1 ? -random.between(14, 42) : random.between(10, 40);
  return { id: recordId(key, COURSE, number), firstDay: workday(today + offset) };
}

/** Id of a session of a course. */
export function sessionIdOf(organisationId: string, course: number, session: number): string {
  return recordId(keyOf(organisationId), SESSION, course * 16 + session);
}

/** The courses around a population of this size. The same for every seed, as organisations are. */
export function* courses(
  _seed: number,
  size: number,
  options: PopulationOptions = {},
): Generator<CourseRecord, void, undefined> {
  const today = parseDay(options.referenceDate ?? DEFAULT_REFERENCE_DATE);
  for (const ngo of NGO_LIST) {
    for (let number = 0; number < poolOfSize(size).courseGroups * COURSES_A_GROUP; number++)
      yield courseOf(ngo, number, today);
  }
}

function courseOf({ id: organisationId, municipalityCode }: NgoRow, number: number, today: number): CourseRecord {
  const { id, firstDay } = courseOutlineOf(organisationId, number, today);
  const random = streamOf(keyOf(organisationId), EDUCATOR, number);
  const department = departmentOf(municipalityCode) as string;
  const practitioner = staffOf(department, random.between(3, 9));
  const peer = staffOf(`${organisationId}/mentors`, random.between(0, 5));
  const educator = (at: number, kind: EducatorRecord['kind'], member: typeof peer): EducatorRecord => ({
    id: recordId(keyOf(organisationId), EDUCATOR, number * 4 + at),
    kind,
    actorId: member.actorId,
    name: member.name,
    organisationId: member.organisationId,
  });
  return {
    id,
    organisationId,
    unitId: `${organisationId}/courses`,
    title: random.pick(TITLES),
    startsOn: isoDate(firstDay),
    endsOn: isoDate(firstDay + 7 * (SESSIONS_A_COURSE - 1)),
    capacity: 24,
    educators: [educator(0, 'PRACTITIONER', practitioner), educator(1, 'PEER', peer)],
    sessions: TOPICS.map((topicText, session) => ({
      id: sessionIdOf(organisationId, number, session),
      at: isoInstant(momentOf(firstDay + 7 * session, 16, 30)),
      topic: topicText,
    })),
  };
}
