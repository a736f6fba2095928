/** A citizen enrols in a course of an NGO that serves them, once in each; attendance is known for the sessions that were held. */
import { ngosServing } from '@sammen/reference-data';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { isoDate } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { AttendanceRecord, EnrolmentRecord } from '../records/ngoRecords.js';
import type { Person } from '../records/personRecords.js';
import { COURSES_A_GROUP, courseOutlineOf, sessionIdOf, SESSIONS_A_COURSE } from './courses.js';
import { matchOutlineOf } from './matches.js';
import { poolOfCitizen } from './pools.js';

const ENROLMENT = topic('enrolment');
const EARLIER = topic('earlier enrolment');

/** The citizen's enrolments: likelier for those with a mentor, half of whom have been on a course before. */
export function enrolmentsOf(person: Person): readonly EnrolmentRecord[] {
  const { profile, index } = person;
  if (!profile.sectors.includes('NGO') || index === EDGE_CASES.knownToOneSectorOnly || profile.age < 18) return [];
  const latest = latestOf(person);
  const earlier = earlierOf(person);
  if (latest === null || earlier === null) return [latest ?? earlier ?? []].flat();
  if (latest.courseId === earlier.courseId) return [latest];
  return latest.courseEndsOn < earlier.courseEndsOn ? [latest, earlier] : [earlier, latest];
}

function latestOf(person: Person): EnrolmentRecord | null {
  const { profile, index, key } = person;
  const random = streamOf(key, ENROLMENT);
  const mentored = matchOutlineOf(person, 'mentors');
  const programme = profile.recipe === 'TEN_IN_EACH';
  const likely = mentored !== null ? 0.45 : programme ? 0.06 : 0.02;
  const showcase = index === EDGE_CASES.showcase;
  if (!random.chance(likely) && !showcase) return null;
  const organisationId = mentored?.helper.organisationId ?? random.pick(ngosServing(person.municipalityCode));
  const drawn = random.between(0, poolOfCitizen(index).courseGroups * COURSES_A_GROUP - 1);
  return enrolmentOf(person, random, organisationId, showcase ? 1 : drawn, 0);
}

/** On a course that is over: the first of its group. */
function earlierOf(person: Person): EnrolmentRecord | null {
  const random = streamOf(person.key, EARLIER);
  const mentored = matchOutlineOf(person, 'mentors');
  if (mentored === null || person.index === EDGE_CASES.showcase || !random.chance(0.5)) return null;
  const group = random.between(0, poolOfCitizen(person.index).courseGroups - 1);
  return enrolmentOf(person, random, mentored.helper.organisationId, group * COURSES_A_GROUP, 1);
}

function enrolmentOf(
  person: Person,
  random: Random,
  organisationId: string,
  number: number,
  at: number,
): EnrolmentRecord {
  const { profile, index, key } = person;
  const showcase = index === EDGE_CASES.showcase;
  const { id: courseId, firstDay } = courseOutlineOf(organisationId, number, profile.today);
  const dropsOut = random.chance(0.2) && !showcase ? random.between(1, SESSIONS_A_COURSE - 2) : SESSIONS_A_COURSE;
  const held = sessionsHeld(firstDay, profile.lastDay, dropsOut);
  const over = firstDay + 7 * (SESSIONS_A_COURSE - 1) < profile.lastDay;
  const droppedOut = (dropsOut < SESSIONS_A_COURSE && held === dropsOut) || (person.deceasedOn !== null && !over);
  const status = droppedOut ? 'DROPPED_OUT' : over ? 'COMPLETED' : 'ENROLLED';
  const endDay = droppedOut ? Math.min(profile.lastDay, firstDay + 7 * held) : firstDay + 7 * (SESSIONS_A_COURSE - 1);
  return {
    id: recordId(key, ENROLMENT, at),
    citizenId: person.id,
    courseId,
    organisationId,
    courseEndsOn: isoDate(firstDay + 7 * (SESSIONS_A_COURSE - 1)),
    enrolledOn: isoDate(Math.min(firstDay - random.between(3, 30), profile.lastDay - 1)),
    status,
    endedOn: status === 'ENROLLED' ? null : isoDate(endDay),
    attendance: Array.from({ length: held }, (_, session): AttendanceRecord => ({
      sessionId: sessionIdOf(organisationId, number, session),
      attended: random.chance(0.8),
    })),
  };
}

function sessionsHeld(firstDay: number, lastDay: number, most: number): number {
  return Math.max(0, Math.min(most, Math.ceil((lastDay - firstDay) / 7)));
}
