/** A citizen enrols once in a course of an NGO that serves them; attendance is known for the sessions that were held. */
import { ngosServing } from '@sammen/reference-data';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { isoDate } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { AttendanceRecord, EnrolmentRecord } from '../records/ngoRecords.js';
import type { Person } from '../records/personRecords.js';
import { COURSES_A_GROUP, courseOutlineOf, sessionIdOf, SESSIONS_A_COURSE } from './courses.js';
import { matchOutlineOf } from './matches.js';
import { poolOfCitizen } from './pools.js';

const ENROLMENT = topic('enrolment');

/** The citizen's enrolments: likelier for those with a mentor. */
export function enrolmentsOf(person: Person): readonly EnrolmentRecord[] {
  const { profile, index, key } = person;
  if (!profile.sectors.includes('NGO') || index === EDGE_CASES.knownToOneSectorOnly || profile.age < 18) return [];
  const random = streamOf(key, ENROLMENT);
  const mentored = matchOutlineOf(person, 'mentors');
  const programme = profile.recipe === 'TEN_IN_EACH';
  const likely = mentored !== null ? 0.45 : programme ? 0.06 : 0.02;
  const showcase = index === EDGE_CASES.showcase;
  if (!random.chance(likely) && !showcase) return [];
  const organisationId = mentored?.helper.organisationId ?? random.pick(ngosServing(person.municipalityCode));
  const drawn = random.between(0, poolOfCitizen(index).courseGroups * COURSES_A_GROUP - 1);
  const number = showcase ? 1 : drawn;
  const { id: courseId, firstDay } = courseOutlineOf(organisationId, number, profile.today);
  const dropsOut = random.chance(0.2) && !showcase ? random.between(1, SESSIONS_A_COURSE - 2) : SESSIONS_A_COURSE;
  const held = sessionsHeld(firstDay, profile.lastDay, dropsOut);
  const over = firstDay + 7 * (SESSIONS_A_COURSE - 1) < profile.lastDay;
  const droppedOut = (dropsOut < SESSIONS_A_COURSE && held === dropsOut) || (person.deceasedOn !== null && !over);
  const status = droppedOut ? 'DROPPED_OUT' : over ? 'COMPLETED' : 'ENROLLED';
  const endDay = droppedOut ? Math.min(profile.lastDay, firstDay + 7 * held) : firstDay + 7 * (SESSIONS_A_COURSE - 1);
  const record: EnrolmentRecord = {
    id: recordId(key, ENROLMENT, 0),
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
  return [record];
}

function sessionsHeld(firstDay: number, lastDay: number, most: number): number {
  return Math.max(0, Math.min(most, Math.ceil((lastDay - firstDay) / 7)));
}
